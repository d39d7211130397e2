package org.betor.p2p.internal.playing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of requests and is not dealt with yet; bounded. */
final class Intake {
  static final int MAX_BYTES = 16 << 10;

  /** Ready to be filled. */
  private final ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);

  /** Up to here there is no end of a head. */
  private int searched;

  private int lineStart;

  ByteBuffer free() {
    return bytes;
  }

  boolean isFull() {
    return !bytes.hasRemaining();
  }

  boolean isEmpty() {
    return bytes.position() == 0;
  }

  void clear() {
    bytes.clear();
    searched = 0;
    lineStart = 0;
  }

  /**
   * Takes the next head out, if all of it is here.
   *
   * @return its lines, at least one, without the empty one behind them
   */
  Optional<List<String>> head() {
    for (; searched < bytes.position(); searched++) {
      if (bytes.get(searched) == '\n') {
        int length = line(lineStart, searched).length();
        int start = lineStart;
        lineStart = searched + 1;
        if (length == 0 && start > 0) {
          return Optional.of(take(start));
        }
      }
    }
    return Optional.empty();
  }

  private List<String> take(int headEnd) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < headEnd; i++) {
      if (bytes.get(i) == '\n') {
        lines.add(line(start, i));
        start = i + 1;
      }
    }
    int rest = lineStart;
    bytes.flip().position(rest);
    bytes.compact();
    searched = 0;
    lineStart = 0;
    return lines;
  }

  /** Ends in LF; a CR before that is not part of it. */
  private String line(int start, int end) {
    int to = end > start && bytes.get(end - 1) == '\r' ? end - 1 : end;
    return new String(bytes.array(), start, to - start, ISO_8859_1);
  }
}
