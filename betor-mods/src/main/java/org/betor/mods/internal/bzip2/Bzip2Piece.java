package org.betor.mods.internal.bzip2;

/** A compressed block of a stream, not yet joined to those before it. */
public final class Bzip2Piece {
  final Bits bits;
  final int crc;

  Bzip2Piece(Bits bits, int crc) {
    this.bits = bits;
    this.crc = crc;
  }
}
