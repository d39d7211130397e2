package org.betor.p2p.internal.wire;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.betor.p2p.internal.loop.Loop;

/**
 * What all connections of a loop share: room to read and write in, and the line of those that wait
 * for their throttle.
 */
public final class Wires {
  /** The longest message fits, with what may follow it. */
  private static final int BUFFER_BYTES = 2 * MessageReader.MAX_BITFIELD_BYTES;

  private final Loop loop;
  private final ByteBuffer input = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer output = ByteBuffer.allocateDirect(BUFFER_BYTES / 2);
  private Set<Connection> held = new LinkedHashSet<>();

  /** For connections of this loop. */
  public Wires(Loop loop) {
    this.loop = loop;
  }

  Loop loop() {
    return loop;
  }

  ByteBuffer input() {
    return input.clear();
  }

  ByteBuffer output() {
    return output.clear();
  }

  void hold(Connection connection) {
    held.add(connection);
  }

  /** Lets those go on that wait for their throttle; to be called after every refill. */
  public void release() {
    Set<Connection> waiting = held;
    held = new LinkedHashSet<>();
    waiting.forEach(Connection::goOn);
  }
}
