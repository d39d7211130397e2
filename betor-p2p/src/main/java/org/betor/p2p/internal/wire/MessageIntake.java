package org.betor.p2p.internal.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes a peer's messages, once the handshakes are done. */
public abstract class MessageIntake implements Connection.Intake, PeerMessages {

  @Override
  public final void take(ByteBuffer bytes) throws IOException {
    MessageReader.read(bytes, this);
  }
}
