package org.betor.mods.steam.internal.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModVersion;
import org.betor.mods.internal.http.Exchange;

/** Fetches an item that is one file, from where it broke off the last time. */
public final class FileDownload {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/.*");
  private static final int PART_BYTES = 64 * 1024;
  private static final long MOST_BYTES = 64L << 30;
  private static final int WHOLE = 200;
  private static final int REST = 206;
  private static final int NO_REST = 416;

  private final FileServers servers;

  /** Fetches from these hosts only. */
  public FileDownload(FileHosts hosts) {
    this.servers = new FileServers(hosts);
  }

  /**
   * Fetches the file into the folder.
   *
   * @param address of the file of that mod
   */
  public ModVersion fetch(ModDetails mod, URI address, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    Part part = new Part(folder);
    try {
      while (!isComplete(mod, address, part, bytes)) {
        part.forget();
      }
    } catch (BrokenOff broken) {
      throw broken(mod, broken, part.size() > 0);
    }
    check(mod, address, part);
    part.moveTo(FileNames.safe(mod.fileName().orElse(""), mod.key().id() + ".bin"));
    return mod.version();
  }

  /** False if what was here before is of no use. */
  private boolean isComplete(ModDetails mod, URI address, Part part, LongConsumer bytes)
      throws IOException, BrokenOff {
    String tag = part.tag();
    try (Exchange exchange = servers.ask(address, part.size(), tag)) {
      int status = exchange.status();
      boolean askedForRest = !tag.isEmpty();
      if (status == WHOLE) {
        receive(mod, exchange, part.begin(exchange.header("ETag").orElse("")), 0, bytes);
        return true;
      }
      if (status == REST && askedForRest) {
        return receiveRest(mod, exchange, part, bytes);
      }
      if (status == NO_REST && askedForRest) {
        return mod.sizeBytes().orElse(-1) == part.size();
      }
      throw refused(mod, exchange, part.size() > 0);
    }
  }

  private static boolean receiveRest(
      ModDetails mod, Exchange exchange, Part part, LongConsumer bytes)
      throws IOException, BrokenOff {
    boolean fits = beginsAt(part.size(), exchange);
    if (fits) {
      receive(mod, exchange, part.goOn(), part.size(), bytes);
    }
    return fits;
  }

  private static void receive(
      ModDetails mod, Exchange exchange, OutputStream file, long here, LongConsumer bytes)
      throws IOException, BrokenOff {
    long most = mod.sizeBytes().orElse(MOST_BYTES);
    long size = here;
    try (file) {
      byte[] some = new byte[PART_BYTES];
      for (int count = read(exchange.body(), some);
          count >= 0;
          count = read(exchange.body(), some)) {
        size += count;
        if (size > most) {
          throw damaged(mod, "more than %d bytes".formatted(most));
        }
        file.write(some, 0, count);
        bytes.accept(size);
      }
    }
  }

  private static int read(InputStream body, byte[] some) throws BrokenOff {
    try {
      return body.read(some);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }

  private static boolean beginsAt(long size, Exchange exchange) {
    return exchange
        .header("Content-Range")
        .map(RANGE::matcher)
        .filter(range -> range.matches() && Long.parseLong(range.group(1)) == size)
        .isPresent();
  }

  private static void check(ModDetails mod, URI address, Part part) throws IOException {
    long size = part.size();
    if (mod.sizeBytes().orElse(size) != size) {
      throw damaged(mod, "%d bytes in place of %d".formatted(size, mod.sizeBytes().orElse(size)));
    }
    StatedHash.warnIfOther(mod, address, part.file());
  }

  private static ModException damaged(ModDetails mod, String what) {
    return new ModException(Reason.DAMAGED, "%s came with %s; try again".formatted(mod, what));
  }

  private static ModException refused(ModDetails mod, Exchange exchange, boolean isBegun) {
    String message = "the file of %s is answered with status %d".formatted(mod, exchange.status());
    Reason reason =
        switch (exchange.status()) {
          case 404, 410 -> Reason.ABSENT;
          case 401, 403 -> Reason.DENIED;
          case 429 -> Reason.LIMITED;
          default -> Reason.UNREACHABLE;
        };
    Optional<Duration> wait =
        exchange
            .header("Retry-After")
            .filter(text -> SECONDS.matcher(text).matches())
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    return new ModException(keeping(reason, isBegun), message, wait, null);
  }

  private static ModException broken(ModDetails mod, BrokenOff broken, boolean isBegun)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw (InterruptedException) new InterruptedException().initCause(broken.getCause());
    }
    return new ModException(
        keeping(Reason.UNREACHABLE, isBegun),
        "the file of %s does not come (%s); try again for what is missing"
            .formatted(mod, broken.getMessage()),
        Optional.empty(),
        broken.getCause());
  }

  /** Only after the one reason is what came kept for the next try. */
  private static Reason keeping(Reason reason, boolean isBegun) {
    return isBegun && reason.isPassing() ? Reason.TIMED_OUT : reason;
  }
}
