package org.betor.core.internal.fetch;

import com.github.mizosoft.methanol.Methanol.Interceptor;
import com.github.mizosoft.methanol.TaggableRequest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * The last step before the network, behind the caches: waits for the request's {@link Turn}, and
 * makes the answer fit to be kept.
 */
final class NetworkInterceptor implements Interceptor {
  private final InstantSource clock;

  NetworkInterceptor(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public <T> HttpResponse<T> intercept(HttpRequest request, Chain<T> chain)
      throws IOException, InterruptedException {
    TaggableRequest.tagOf(request, Turn.class).orElseThrow().begin();
    return KeptAnswer.of(chain.forward(request), clock.instant());
  }

  /** A turn is waited for by the thread that fetches. */
  @Override
  public <T> CompletableFuture<HttpResponse<T>> interceptAsync(
      HttpRequest request, Chain<T> chain) {
    throw new UnsupportedOperationException("pages are fetched by threads that wait");
  }
}
