package org.betor.p2p.internal.webseed;

import java.net.InetAddress;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.betor.p2p.internal.http.NameService;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.loop.Timers;
import org.betor.p2p.internal.swarm.Seats;

/**
 * What the client around web seeds gives to them.
 *
 * @param timers time
 * @param loop runs what belongs to its thread
 * @param threads do what blocks
 * @param connections room for them, of all torrents together
 * @param names finds hosts
 * @param tls secures connections; asked for on a thread that may block
 */
public record WebSeeding(
    Timers timers,
    Executor loop,
    Executor threads,
    Seats connections,
    NameService names,
    Supplier<SSLSocketFactory> tls) {

  /** So many of a client's threads may be taken at once. */
  private static final int MOST_CONNECTIONS = 8;

  /** The usual ones of a client. */
  public static WebSeeding of(Loop loop, Executor threads) {
    return new WebSeeding(
        loop,
        loop,
        threads,
        new Seats(MOST_CONNECTIONS),
        InetAddress::getByName,
        () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }
}
