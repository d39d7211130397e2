package org.betor.p2p.internal.webseed;

import java.util.List;
import java.util.stream.IntStream;
import org.betor.api.metainfo.ContentFile;
import org.betor.p2p.internal.disk.PieceGrid;

/**
 * Bytes of one file.
 *
 * @param file what they are of
 * @param index its index in the torrent
 * @param offset where they begin in it
 * @param length how many; at least 1
 */
record Span(ContentFile file, int index, long offset, long length) {

  /** The parts of files that lie between these places of the content; padding is left out. */
  static List<Span> between(PieceGrid grid, long from, long to) {
    int first = grid.pieceAt(from);
    int last = grid.pieceAt(to - 1);
    return IntStream.rangeClosed(first, last)
        .flatMap(piece -> IntStream.of(grid.filesOf(piece)))
        .distinct()
        .mapToObj(file -> of(grid.files().get(file), file, from, to))
        .filter(span -> span.length > 0)
        .toList();
  }

  private static Span of(ContentFile file, int index, long from, long to) {
    long start = Math.max(from, file.offsetBytes());
    long end = Math.min(to, file.offsetBytes() + file.sizeBytes());
    return new Span(file, index, start - file.offsetBytes(), end - start);
  }

  /** Where they begin in the content. */
  long start() {
    return file.offsetBytes() + offset;
  }

  boolean isWholeFile() {
    return length == file.sizeBytes();
  }

  /** As HTTP names it: the last byte is meant too. */
  String range() {
    return offset + "-" + (offset + length - 1);
  }
}
