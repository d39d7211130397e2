package org.betor.mods.internal.thunderstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.mods.internal.http.Ask;
import org.betor.mods.internal.http.Exchange;
import org.betor.mods.internal.http.Patience;

/** Fetches archives, from place to place. */
public final class Archives {
  private static final long MOST_BYTES = 16L << 30;
  private static final int PART_BYTES = 64 * 1024;
  private static final int MOST_REDIRECTS = 3;
  private static final int OK = 200;

  private final Hosts hosts;

  /** Fetches from Thunderstore's hosts, and from this one. */
  public Archives(URI home) {
    this.hosts = new Hosts(home);
  }

  /**
   * Fetches one.
   *
   * @param file where it goes
   * @param bytes is told how many have come
   */
  public void fetch(ModKey mod, URI address, Path file, LongConsumer bytes)
      throws IOException, InterruptedException {
    try (OutputStream out = Files.newOutputStream(file);
        Exchange exchange = whereItIs(mod, address)) {
      if (exchange.status() != OK) {
        throw refused(mod, exchange.status());
      }
      copy(mod, exchange.body(), out, bytes);
    } catch (BrokenOff broken) {
      throw broken(mod, broken);
    }
  }

  private Exchange whereItIs(ModKey mod, URI address) throws IOException, BrokenOff {
    URI next = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      hosts.check(next);
      Exchange exchange = open(next);
      Optional<String> redirect =
          exchange.status() / 100 == 3 ? exchange.header("Location") : Optional.empty();
      if (redirect.isEmpty()) {
        return exchange;
      }
      exchange.close();
      next = resolved(next, redirect.get());
    }
    throw new ModException(
        Reason.UNREACHABLE, "the archive of %s is sent from place to place".formatted(mod));
  }

  private static Exchange open(URI address) throws BrokenOff {
    try {
      return Exchange.open(Ask.get(address), Patience.FILE);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }

  private static URI resolved(URI from, String to) throws BrokenOff {
    try {
      return from.resolve(to);
    } catch (IllegalArgumentException noAddress) {
      throw new BrokenOff(new IOException("it is sent nowhere", noAddress));
    }
  }

  private static void copy(ModKey mod, InputStream body, OutputStream out, LongConsumer bytes)
      throws IOException, BrokenOff {
    byte[] some = new byte[PART_BYTES];
    long size = 0;
    for (int count = read(body, some); count >= 0; count = read(body, some)) {
      size += count;
      if (size > MOST_BYTES) {
        throw new ModException(
            Reason.DAMAGED, "the archive of %s has more than %d bytes".formatted(mod, MOST_BYTES));
      }
      out.write(some, 0, count);
      bytes.accept(size);
    }
  }

  private static int read(InputStream body, byte[] some) throws BrokenOff {
    try {
      return body.read(some);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }

  private static ModException refused(ModKey mod, int status) {
    Reason reason =
        switch (status) {
          case 404, 410 -> Reason.ABSENT;
          case 401, 403 -> Reason.DENIED;
          case 429 -> Reason.LIMITED;
          default -> Reason.UNREACHABLE;
        };
    return new ModException(
        reason, "the archive of %s is answered with status %d".formatted(mod, status));
  }

  private static ModException broken(ModKey mod, BrokenOff broken) throws InterruptedException {
    if (Thread.interrupted()) {
      throw (InterruptedException) new InterruptedException().initCause(broken.getCause());
    }
    return new ModException(
        Reason.UNREACHABLE,
        "the archive of %s does not come (%s); try again".formatted(mod, broken.getMessage()),
        Optional.empty(),
        broken.getCause());
  }
}
