package org.betor.core.internal.imdb;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * What a commit of an index says of itself.
 *
 * @param files the files it is made of, as they were; empty if that is not known
 * @param sorted the tables that had to be sorted
 * @param lastId the last {@link ImdbNumber} that it holds, all lower ones of the files included
 * @param titles so many it holds
 * @param names so many they have
 * @param importedAt when it was complete; null while it is not
 */
record ImportState(
    String files,
    Set<Table> sorted,
    long lastId,
    long titles,
    long names,
    @Nullable Instant importedAt) {
  /** Goes up when fields, words or records change; an index of another version is not read. */
  private static final String VERSION = "2";

  /** That of an index that holds nothing yet. */
  static ImportState begun(String files, Set<Table> sorted) {
    return new ImportState(files, sorted, 0, 0, 0, null);
  }

  /** That of the last commit; empty if it is of another version, or there is none. */
  static Optional<ImportState> read(Directory directory) {
    try {
      Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
      return VERSION.equals(data.get("version")) ? Optional.of(read(data)) : Optional.empty();
    } catch (IOException | DateTimeException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  ImportState upTo(long id) {
    return new ImportState(files, sorted, id, titles, names, importedAt);
  }

  ImportState with(long allTitles, long allNames) {
    return new ImportState(files, sorted, lastId, allTitles, allNames, importedAt);
  }

  ImportState completed(Instant now) {
    return new ImportState(files, sorted, lastId, titles, names, now);
  }

  boolean isComplete() {
    return importedAt != null;
  }

  Set<Map.Entry<String, String>> userData() {
    return Map.of(
            "version", VERSION,
            "files", files,
            "sorted", sorted.stream().map(Enum::name).collect(Collectors.joining(" ")),
            "last", Long.toString(lastId),
            "titles", Long.toString(titles),
            "names", Long.toString(names),
            "imported", importedAt == null ? "" : importedAt.toString())
        .entrySet();
  }

  private static ImportState read(Map<String, String> data) {
    String imported = data.getOrDefault("imported", "");
    return new ImportState(
        data.getOrDefault("files", ""),
        tables(data.getOrDefault("sorted", "")),
        number(data, "last"),
        number(data, "titles"),
        number(data, "names"),
        imported.isEmpty() ? null : Instant.parse(imported));
  }

  private static long number(Map<String, String> data, String key) {
    return Long.parseLong(data.getOrDefault(key, "0"));
  }

  private static Set<Table> tables(String names) {
    return Arrays.stream(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(Table::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Table.class)));
  }
}
