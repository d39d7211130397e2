package org.betor.mods.internal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.betor.mods.Compression;

/**
 * One way to compress a file in pieces, each on any thread, that are joined to one stream.
 *
 * @param <P> a compressed piece
 */
interface Coder<P> {

  /** The way for this. */
  static Coder<?> of(Compression compression) {
    return switch (compression) {
      case BZIP2 -> new Bzip2Coder();
      case DEFLATE -> new DeflateCoder();
      case STORE -> new StoreCoder();
    };
  }

  /** Its number in ZIP. */
  int method();

  /** Cuts a file of about so many bytes. */
  Cutter<P> cutter(long expected);

  /** Joins the pieces of a file. */
  Joiner<P> joiner(OutputStream out);

  /** Where it cuts depends on nothing but the bytes. */
  interface Cutter<P> {

    /** Takes bytes until a piece is full; returns where it stopped, the end if it is not. */
    int add(byte[] plain, int from, int to);

    /** Begins another piece. The one before is to be compressed, unless it takes no room. */
    Optional<Callable<P>> cut(boolean last);
  }

  /** Takes pieces in their order. */
  interface Joiner<P> {

    /** Writes the next piece. */
    void add(P piece) throws IOException;

    /** Writes what is due after the last. */
    void finish() throws IOException;
  }
}
