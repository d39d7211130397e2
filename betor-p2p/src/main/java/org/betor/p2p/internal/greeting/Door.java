package org.betor.p2p.internal.greeting;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.encryption.KnownTorrents;
import org.betor.p2p.internal.swarm.Swarm;
import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.PeerHandshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where peers come in, and from where they are called: each ends up in the swarm of its torrent.
 * Used on the loop's thread only.
 */
public final class Door {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  /** Callers that did not say yet what for; for one more, the oldest is turned away. */
  private static final int MOST_STRANGERS = 100;

  /** When the system has no room for one more connection. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Line line;
  private final ServerSocketChannel channel;
  private final Map<InfoHash, Swarm> swarms = new LinkedHashMap<>();
  private final KnownTorrents known = new KnownTorrents();
  private final Set<IncomingCall> strangers = new LinkedHashSet<>();

  private Door(Line line, ServerSocketChannel channel) {
    this.line = line;
    this.channel = channel;
  }

  /**
   * Listens; closed with the loop.
   *
   * @throws BindException if the port is taken, naming it
   */
  public static Door open(Line line, InetSocketAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.bind(address);
      Door door = new Door(line, channel);
      line.loop().register(channel, SelectionKey.OP_ACCEPT, door::accept);
      return door;
    } catch (BindException e) {
      channel.close();
      throw (BindException)
          new BindException("%s cannot be listened at: %s".formatted(address, e.getMessage()))
              .initCause(e);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Where it is. */
  public InetSocketAddress address() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  /** Closes it before the loop ends. */
  public void close() throws IOException {
    channel.close();
  }

  /** Lets peers of this torrent in. */
  public void admit(Swarm swarm) {
    swarms.put(swarm.torrent(), swarm);
    known.add(swarm.torrent());
  }

  /** Turns peers of this torrent away. */
  public void dismiss(Swarm swarm) {
    swarms.remove(swarm.torrent(), swarm);
    known.remove(swarm.torrent());
  }

  /** Calls a peer for a swarm. */
  public void call(InetSocketAddress address, Swarm swarm) {
    OutgoingCall.begin(
        line,
        address,
        swarm.torrent(),
        new OutgoingCall.Answer() {
          @Override
          public void met(Connection connection, PeerHandshake greeting) {
            swarm.met(connection, greeting, true);
          }

          @Override
          public void missed(String why) {
            swarm.missed(address, why);
          }
        });
  }

  private void accept(SelectionKey key) {
    try {
      for (SocketChannel caller; (caller = channel.accept()) != null; ) {
        take(caller);
      }
    } catch (IOException e) {
      LOG.warn("No caller is let in for a second: {}", e.getMessage());
      key.interestOps(0);
      line.loop().after(BREATH, () -> listenAgain(key));
    }
  }

  private static void listenAgain(SelectionKey key) {
    if (key.isValid()) {
      key.interestOps(SelectionKey.OP_ACCEPT);
    }
  }

  private void take(SocketChannel caller) throws IOException {
    try {
      if (strangers.size() >= MOST_STRANGERS) {
        strangers.iterator().next().turnAway();
      }
      strangers.add(IncomingCall.take(line, known, caller, this::greeted, strangers::remove));
    } catch (IOException e) {
      LOG.debug("A caller was lost at once", e);
      caller.close();
    }
  }

  private void greeted(Connection connection, PeerHandshake greeting) {
    Swarm swarm = swarms.get(greeting.torrent());
    if (swarm == null) {
      connection.close("no such torrent here");
      return;
    }
    connection.send(line.manners().greeting(swarm.torrent()));
    connection.flush();
    swarm.met(connection, greeting, false);
  }
}
