package org.betor.mods.steam.internal.content;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.mods.internal.http.Ask;
import org.betor.mods.internal.http.Exchange;
import org.betor.mods.internal.http.Patience;
import org.jspecify.annotations.Nullable;

/** Asks for files where that is allowed, from place to place. */
final class FileServers {
  private static final int MOST_REDIRECTS = 3;

  private final FileHosts hosts;

  FileServers(FileHosts hosts) {
    this.hosts = hosts;
  }

  /**
   * Asks for a file, or its rest.
   *
   * @param from how many bytes are here
   * @param tag of what they are a part of; empty to ask for the whole
   */
  Exchange ask(URI address, long from, String tag) throws IOException, BrokenOff {
    URI next = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      hosts.check(next);
      Exchange exchange = open(question(next, from, tag));
      Optional<String> redirect = redirect(exchange);
      if (redirect.isEmpty()) {
        return exchange;
      }
      exchange.close();
      next = resolved(next, redirect.get());
    }
    throw nowhere(address, null);
  }

  private static Ask question(URI address, long from, String tag) {
    Ask ask = Ask.get(address);
    return tag.isEmpty()
        ? ask
        : ask.header("Range", "bytes=%d-".formatted(from)).header("If-Range", tag);
  }

  private static Exchange open(Ask ask) throws BrokenOff {
    try {
      return Exchange.open(ask, Patience.FILE);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }

  private static Optional<String> redirect(Exchange exchange) {
    boolean redirects = exchange.status() / 100 == 3;
    return redirects ? exchange.header("Location") : Optional.empty();
  }

  private static URI resolved(URI from, String to) {
    try {
      return from.resolve(to);
    } catch (IllegalArgumentException noAddress) {
      throw nowhere(from, noAddress);
    }
  }

  private static ModException nowhere(URI address, @Nullable Throwable cause) {
    return new ModException(
        Reason.UNREACHABLE,
        "%s sends from place to place, or nowhere".formatted(address.getHost()),
        Optional.empty(),
        cause);
  }
}
