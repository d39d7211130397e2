package org.betor.p2p.internal.greeting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;
import org.betor.p2p.Encryption;
import org.betor.p2p.internal.encryption.KnownTorrents;
import org.betor.p2p.internal.encryption.Opening;
import org.betor.p2p.internal.loop.Timers.Timer;
import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.PeerHandshake;

/** Somebody called: finds out whether encrypted or not, and what for. */
final class IncomingCall implements Connection.Intake {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Line line;
  private final KnownTorrents torrents;
  private final Connection connection;
  private final Greeted greeted;
  private final Consumer<IncomingCall> ended;
  private final Timer deadline;
  private boolean over;

  private IncomingCall(
      Line line,
      KnownTorrents torrents,
      Connection connection,
      Greeted greeted,
      Consumer<IncomingCall> ended) {
    this.line = line;
    this.torrents = torrents;
    this.connection = connection;
    this.greeted = greeted;
    this.ended = ended;
    this.deadline = line.loop().after(PATIENCE, () -> connection.close("it says nothing"));
  }

  /** Takes a call; {@code ended} gets it once, when the greeting is over or the caller is gone. */
  static IncomingCall take(
      Line line,
      KnownTorrents torrents,
      SocketChannel channel,
      Greeted greeted,
      Consumer<IncomingCall> ended)
      throws IOException {
    Connection connection = Connection.of(line.wires(), channel);
    IncomingCall call = new IncomingCall(line, torrents, connection, greeted, ended);
    connection.intake(call);
    return call;
  }

  /** Others came meanwhile, and it did not say what it wants. */
  void turnAway() {
    connection.close("it kept others waiting");
  }

  @Override
  public void take(ByteBuffer bytes) throws IOException {
    switch (Opening.of(bytes)) {
      case PLAINTEXT -> plaintext();
      case ENCRYPTED -> encrypted();
      case UNDECIDED -> {} // more will tell
    }
  }

  private void plaintext() throws IOException {
    if (line.manners().encryption() == Encryption.REQUIRED) {
      throw new IOException("the peer does not encrypt");
    }
    connection.intake(new ReadGreeting(connection, new byte[0], this::greeted, this::closed));
  }

  private void encrypted() throws IOException {
    if (line.manners().encryption() == Encryption.OFF) {
      throw new IOException("the peer encrypts");
    }
    connection.intake(
        new EncryptedGreeting(
            connection, line.manners().accept(torrents), this::greeted, this::closed));
  }

  private void greeted(Connection met, PeerHandshake greeting) {
    end();
    greeted.by(met, greeting);
  }

  @Override
  public void closed(String why) {
    end();
  }

  private void end() {
    if (!over) {
      over = true;
      deadline.cancel();
      ended.accept(this);
    }
  }
}
