package org.betor.p2p.internal.greeting;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.betor.api.model.InfoHash;
import org.betor.p2p.Encryption;
import org.betor.p2p.internal.loop.Timers.Timer;
import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.PeerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reaches a peer for a torrent, encrypted if we may; and once more without, where encryption is
 * preferred and the peer does not know it.
 */
final class OutgoingCall {
  private static final Logger LOG = LoggerFactory.getLogger(OutgoingCall.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Line line;
  private final InetSocketAddress to;
  private final InfoHash torrent;
  private final Answer answer;
  private final boolean encrypted;
  private final SocketChannel channel;
  private final Timer deadline;
  private @Nullable Connection connection;
  private boolean over;

  private OutgoingCall(
      Line line, InetSocketAddress to, InfoHash torrent, boolean encrypted, Answer answer)
      throws IOException {
    this.line = line;
    this.to = to;
    this.torrent = torrent;
    this.encrypted = encrypted;
    this.answer = answer;
    this.channel = SocketChannel.open();
    this.deadline = line.loop().after(PATIENCE, () -> failed("it does not answer"));
  }

  static void begin(Line line, InetSocketAddress to, InfoHash torrent, Answer answer) {
    boolean encrypted = line.manners().encryption() != Encryption.OFF;
    begin(line, to, torrent, encrypted, answer);
  }

  private static void begin(
      Line line, InetSocketAddress to, InfoHash torrent, boolean encrypted, Answer answer) {
    try {
      new OutgoingCall(line, to, torrent, encrypted, answer).connect();
    } catch (IOException e) {
      answer.missed(String.valueOf(e.getMessage()));
    }
  }

  private void connect() {
    try {
      channel.bind(new InetSocketAddress(line.from(), 0));
      channel.configureBlocking(false);
      channel.connect(to);
      line.loop().register(channel, SelectionKey.OP_CONNECT, key -> connected());
    } catch (IOException | RuntimeException e) {
      failed(String.valueOf(e.getMessage()));
    }
  }

  private void connected() {
    try {
      channel.finishConnect();
      greet();
    } catch (IOException e) {
      failed(String.valueOf(e.getMessage()));
    }
  }

  private void greet() throws IOException {
    Connection made = Connection.of(line.wires(), channel);
    connection = made;
    if (encrypted) {
      EncryptedGreeting greeting =
          new EncryptedGreeting(
              made, line.manners().initiate(torrent), this::greeted, this::failed);
      made.intake(greeting);
      greeting.begin();
    } else {
      made.intake(new ReadGreeting(made, new byte[0], this::greeted, this::failed));
      made.send(line.manners().greeting(torrent));
      made.flush();
    }
  }

  private void greeted(Connection met, PeerHandshake greeting) {
    if (!greeting.torrent().equals(torrent)) {
      met.close("it speaks of another torrent");
      return;
    }
    over = true;
    deadline.cancel();
    answer.met(met, greeting);
  }

  private void failed(String why) {
    if (over) {
      return;
    }
    over = true;
    deadline.cancel();
    boolean reached = connection != null;
    close(why);
    if (encrypted && reached && line.manners().encryption() == Encryption.PREFERRED) {
      begin(line, to, torrent, false, answer);
    } else {
      answer.missed(why);
    }
  }

  private void close(String why) {
    if (connection != null) {
      connection.close(why);
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("A channel to {} was not closed", to, e);
    }
  }

  /** Gets the peer, or the reason why it is not to be had. */
  interface Answer {
    void met(Connection connection, PeerHandshake greeting);

    void missed(String why);
  }
}
