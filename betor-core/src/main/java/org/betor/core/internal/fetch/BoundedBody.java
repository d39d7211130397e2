package org.betor.core.internal.fetch;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a bound. The transfer ends with the body: complete, failed or stopped. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final int mostBytes;
  private final Supplier<? extends RuntimeException> tooLarge;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private volatile @Nullable Subscription transfer;

  BoundedBody(int mostBytes, Supplier<? extends RuntimeException> tooLarge) {
    this.mostBytes = mostBytes;
    this.tooLarge = tooLarge;
    var unused = body.whenComplete((complete, failure) -> endTransferAfter(failure));
  }

  /** Fails with a {@link java.util.concurrent.TimeoutException} if it is not here by then. */
  BoundedBody within(Duration time) {
    var unused = body.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** Ends the transfer if it is not over yet. */
  void stop() {
    body.cancel(false);
  }

  boolean hasBegun() {
    return transfer != null;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    transfer = subscription;
    if (body.isDone()) {
      subscription.cancel();
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > mostBytes - bytes.size()) {
        body.completeExceptionally(tooLarge.get());
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.writeBytes(part);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }

  private void endTransferAfter(@Nullable Throwable failure) {
    Subscription current = transfer;
    if (failure != null && current != null) {
      current.cancel();
    }
  }
}
