package org.betor.p2p.internal.greeting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.betor.p2p.internal.encryption.EncryptedStream;
import org.betor.p2p.internal.encryption.EncryptionHandshake;
import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.PeerHandshake;

/** Agrees with a peer on how to encrypt, and then reads its handshake. */
final class EncryptedGreeting implements Connection.Intake {
  private final Connection connection;
  private final EncryptionHandshake handshake;
  private final Greeted greeted;
  private final Consumer<String> closed;

  EncryptedGreeting(
      Connection connection,
      EncryptionHandshake handshake,
      Greeted greeted,
      Consumer<String> closed) {
    this.connection = connection;
    this.handshake = handshake;
    this.greeted = greeted;
    this.closed = closed;
  }

  /** Sends what comes first, if anything does. */
  void begin() {
    connection.send(handshake.toSend());
    connection.flush();
  }

  @Override
  public void take(ByteBuffer bytes) throws IOException {
    handshake.receive(bytes);
    connection.send(handshake.toSend());
    connection.flush(); // what is queued leaves as it is, before all is encrypted
    if (handshake.isDone() && connection.isOpen()) {
      agreed(handshake.stream(), bytes);
    }
  }

  private void agreed(EncryptedStream stream, ByteBuffer rest) throws IOException {
    if (stream.initialPayload().length > PeerHandshake.BYTES) {
      throw new IOException("the peer says more than its handshake at first");
    }
    connection.encrypt(stream.incoming(), stream.outgoing(), rest);
    ReadGreeting reading = new ReadGreeting(connection, stream.initialPayload(), greeted, closed);
    connection.intake(reading);
    reading.take(rest);
  }

  @Override
  public void closed(String why) {
    closed.accept(why);
  }
}
