package org.betor.mods.internal.list;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.betor.mods.ModSort;

/**
 * What lists filter and sort a mod by. Times are microseconds since 1970.
 *
 * @param foldedName as {@link #fold} gives it
 * @param needs whether it is known to need other mods
 * @param nameMarks {@link Marks} of the letters of the folded name
 * @param tagMarks {@link Marks} of the tags
 */
public record IndexedMod(
    long id,
    String source,
    String game,
    String foldedName,
    long sizeBytes,
    long created,
    long updated,
    long requested,
    long downloads,
    boolean needs,
    List<String> tags,
    long nameMarks,
    long tagMarks) {

  /**
   * A text in which upper and lower case are the same. Letter by letter, as a sigma at the end of a
   * word has a lower case of its own, and a part of a name ends anywhere.
   */
  public static String fold(String text) {
    return text.toUpperCase(Locale.ROOT)
        .codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** An order that no two mods share. */
  static Comparator<IndexedMod> order(ModSort sort) {
    Comparator<IndexedMod> added = Comparator.comparingLong(IndexedMod::id);
    return switch (sort) {
      case ADDED -> added;
      case NAME -> Comparator.comparing(IndexedMod::foldedName).thenComparing(added);
      case SIZE -> Comparator.comparingLong(IndexedMod::sizeBytes).thenComparing(added);
      case DATE_CREATION -> Comparator.comparingLong(IndexedMod::created).thenComparing(added);
      case DATE_UPDATE -> Comparator.comparingLong(IndexedMod::updated).thenComparing(added);
      case DATE_REQUEST -> Comparator.comparingLong(IndexedMod::requested).thenComparing(added);
      case SOURCE -> Comparator.comparing(IndexedMod::source).thenComparing(added);
      case DOWNLOADS -> Comparator.comparingLong(IndexedMod::downloads).thenComparing(added);
    };
  }
}
