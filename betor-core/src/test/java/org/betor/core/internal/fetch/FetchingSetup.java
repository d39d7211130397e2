package org.betor.core.internal.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.betor.api.spi.Fetcher;

/** A web server on this machine and what fetches from it, with time and names of its own. */
final class FetchingSetup implements AutoCloseable {
  final LoopbackSite site = new LoopbackSite();
  final FakeTime time = new FakeTime();
  private final Path cacheFolder;
  private Fetching fetching;

  FetchingSetup(Path cacheFolder) throws IOException {
    this.cacheFolder = cacheFolder;
    this.fetching = open(Limits.USUAL);
  }

  FetchingSetup with(Limits limits) {
    fetching.close();
    fetching = open(limits);
    return this;
  }

  /** Closes, and opens again with the same folder. */
  void reopen() {
    with(Limits.USUAL);
  }

  Fetching fetching() {
    return fetching;
  }

  Fetcher fetcher() {
    return fetching.of(site.home());
  }

  @Override
  public void close() throws IOException {
    fetching.close();
    site.close();
  }

  static Limits answerWithin(Duration answer) {
    Limits usual = Limits.USUAL;
    return new Limits(usual.connect(), answer, usual.bodyBytes(), usual.atOnce(), usual.between());
  }

  /** A name server that knows these names only, and address literals. */
  static Resolver names(Map<String, String> addresses) {
    return host -> {
      String address = host.matches("\\[.*]|[0-9.]+") ? host : addresses.get(host);
      if (address == null) {
        throw new UnknownHostException(host);
      }
      return List.of(InetAddress.getByName(address));
    };
  }

  private Fetching open(Limits limits) {
    var names = names(Map.of("localhost", "127.0.0.1", "inside.example", "10.0.0.1"));
    return new Fetching(cacheFolder, time, time, limits, names, () -> 0);
  }
}
