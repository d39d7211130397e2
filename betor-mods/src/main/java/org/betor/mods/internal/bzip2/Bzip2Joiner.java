package org.betor.mods.internal.bzip2;

import java.io.IOException;
import java.io.OutputStream;

/** Writes pieces as one stream, which is what one compressor would have written. */
public final class Bzip2Joiner {
  private final OutputStream out;
  private final Bits bits = new Bits();
  private int crc;

  /** Writes to this; a stream of nothing is what it writes without a piece. */
  public Bzip2Joiner(OutputStream out) {
    this.out = out;
    bits.addInt(Format.HEADER);
  }

  /** Writes the next piece. */
  public void add(Bzip2Piece piece) throws IOException {
    bits.addAll(piece.bits);
    crc = Format.streamCrc(crc, piece.crc);
    bits.drainTo(out, false);
  }

  /** Writes the end; does not close the stream. */
  public void finish() throws IOException {
    bits.addMagic(Format.END_MAGIC);
    bits.addInt(crc);
    bits.pad();
    bits.drainTo(out, true);
  }
}
