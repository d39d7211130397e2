package org.betor.p2p.internal.greeting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.PeerHandshake;

/** Reads a peer's handshake. */
final class ReadGreeting implements Connection.Intake {
  private final Connection connection;
  private final ByteBuffer greeting = ByteBuffer.allocate(PeerHandshake.BYTES);
  private final Greeted greeted;
  private final Consumer<String> closed;

  /**
   * Begins with what came already.
   *
   * @param begun the first bytes, which came in another way; not more than a handshake has
   */
  ReadGreeting(Connection connection, byte[] begun, Greeted greeted, Consumer<String> closed) {
    this.connection = connection;
    this.greeted = greeted;
    this.closed = closed;
    greeting.put(begun);
  }

  @Override
  public void take(ByteBuffer bytes) throws IOException {
    int count = Math.min(bytes.remaining(), greeting.remaining());
    greeting.put(bytes.slice(bytes.position(), count));
    bytes.position(bytes.position() + count);
    if (!greeting.hasRemaining()) {
      greeted.by(connection, PeerHandshake.read(greeting.flip()));
    }
  }

  @Override
  public void closed(String why) {
    closed.accept(why);
  }
}
