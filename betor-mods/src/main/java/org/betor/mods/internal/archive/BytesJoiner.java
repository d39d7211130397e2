package org.betor.mods.internal.archive;

import java.io.IOException;
import java.io.OutputStream;

/** Writes one piece after the other. */
record BytesJoiner(OutputStream out) implements Coder.Joiner<byte[]> {

  @Override
  public void add(byte[] piece) throws IOException {
    out.write(piece);
  }

  @Override
  public void finish() {}
}
