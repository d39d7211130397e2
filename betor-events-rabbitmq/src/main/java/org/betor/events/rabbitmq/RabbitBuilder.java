package org.betor.events.rabbitmq;

import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.betor.api.spi.Pause;
import org.betor.events.internal.lane.Manner;
import org.betor.events.internal.lane.Retries;

/** How a {@link RabbitEvents} is opened. */
public final class RabbitBuilder {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9-]{1,60}");
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int HEARTBEAT_SECONDS = 10;

  private final Path folder;
  private final ConnectionFactory factory = new ConnectionFactory();
  private final List<PlainQueue> plain = new ArrayList<>();
  private Names names = new Names("betor");
  private Retries retries = Retries.USUAL;
  private long maxBytes = 1L << 30;
  private InstantSource clock = InstantSource.system();
  private Pause pause = Pause.SLEEPING;

  RabbitBuilder(Path folder) {
    this.folder = folder;
    factory.setAutomaticRecoveryEnabled(false); // a group begins anew: with what is not done
    factory.setTopologyRecoveryEnabled(false);
    factory.setConnectionTimeout(PATIENCE_MILLIS);
    factory.setHandshakeTimeout(PATIENCE_MILLIS);
    factory.setChannelRpcTimeout(PATIENCE_MILLIS);
    factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
    factory.setThreadFactory(RabbitBuilder::daemon);
  }

  /** Where the broker is; localhost unless set. */
  public RabbitBuilder host(String host) {
    factory.setHost(host);
    return this;
  }

  /** Its port; 5672 unless set, 5671 with TLS. */
  public RabbitBuilder port(int port) {
    factory.setPort(port);
    return this;
  }

  /** {@code /} unless set. */
  public RabbitBuilder virtualHost(String name) {
    factory.setVirtualHost(name);
    return this;
  }

  /** Who we are; guest unless set. Never logged. */
  public RabbitBuilder credentials(String user, String password) {
    factory.setUsername(user);
    factory.setPassword(password);
    return this;
  }

  /** Enciphers, and lets in only a broker whom this JVM trusts by its name. */
  public RabbitBuilder tls() {
    try {
      return tls(SSLContext.getDefault());
    } catch (NoSuchAlgorithmException noTls) {
      throw new IllegalStateException("this JVM has no TLS", noTls);
    }
  }

  /** Enciphers, and lets in only a broker whom this context trusts by its name. */
  public RabbitBuilder tls(SSLContext context) {
    factory.useSslProtocol(context);
    factory.enableHostnameVerification();
    return this;
  }

  /** What names of exchanges and queues begin with; betor unless set. */
  public RabbitBuilder prefix(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("no prefix for names: \"" + prefix + "\"");
    }
    this.names = new Names(prefix);
    return this;
  }

  /** Sends events of a type to such a queue, too. */
  public RabbitBuilder plain(PlainQueue queue) {
    plain.add(queue);
    return this;
  }

  /**
   * How often a handler gets an event that it throws at, from 1, and the pause after the first
   * time; each later one is twice as long, up to the longest. Six times, 1 second and 1 minute
   * unless set. The count begins anew with each connection.
   */
  public RabbitBuilder retries(int attempts, Duration first, Duration longest) {
    this.retries = new Retries(attempts, first, longest);
    return this;
  }

  /** How large the outbox grows, in bytes; 1 GiB unless set, 64 KiB at least. */
  public RabbitBuilder maxBytes(long maxBytes) {
    if (maxBytes < 64 << 10) {
      throw new IllegalArgumentException("64 KiB at least, got %d bytes".formatted(maxBytes));
    }
    this.maxBytes = maxBytes;
    return this;
  }

  /** What tells the time; the system's clock unless set. */
  public RabbitBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /** How to wait; really, unless set. */
  public RabbitBuilder pause(Pause pause) {
    this.pause = pause;
    return this;
  }

  /**
   * Opens the channel. If the broker is away, or does not answer within 5 seconds, it goes on to
   * connect behind the caller's back.
   *
   * @throws IllegalStateException if the folder is in use, damaged, or written by a later version
   *     of this library; the message says what to do
   */
  public RabbitEvents open() {
    try {
      Outbox outbox = Outbox.open(folder, maxBytes);
      Manner manner = new Manner(retries, clock, pause);
      return new RabbitEvents(
          new Broker(factory.clone()), names, manner, List.copyOf(plain), outbox);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "%s cannot be opened: %s".formatted(folder, failed.getMessage()), failed);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "betor-events-rabbitmq");
    thread.setDaemon(true);
    return thread;
  }
}
