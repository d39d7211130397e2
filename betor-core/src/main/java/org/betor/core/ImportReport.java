package org.betor.core;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import made of the files.
 *
 * @param titles so many are in the index
 * @param names so many they have, each once for a title and country
 * @param skipped lines that say nothing new (of an id that came before), or that the selection
 *     leaves out
 * @param malformed lines that are not as they should be; the readable part of a line is used if its
 *     id and name are in it
 * @param examples the first 20 malformed lines of each file
 */
public record ImportReport(
    long titles, long names, long skipped, long malformed, List<Malformed> examples) {

  /** Copies. */
  public ImportReport {
    examples = List.copyOf(examples);
  }

  /**
   * A line that is not as it should be.
   *
   * @param line its number; the header is line 1
   * @param reason what is wrong with it
   */
  public record Malformed(Path file, long line, String reason) {
    @Override
    public String toString() {
      return "%s, line %d: %s".formatted(file, line, reason);
    }
  }
}
