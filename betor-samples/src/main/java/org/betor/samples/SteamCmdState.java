package org.betor.samples;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What {@link FakeSteamCmd} knows from run to run, in a folder that its tests can read. */
final class SteamCmdState {
  private final Path folder;

  SteamCmdState(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  void put(SteamItem item) throws IOException {
    Path place = folder.resolve("items").resolve(Long.toString(item.id()));
    SteamCmdTree.delete(place);
    for (Map.Entry<String, byte[]> file : item.files().entrySet()) {
      Path path = place.resolve("files").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Properties facts = new Properties();
    facts.setProperty("game", Long.toString(item.game()));
    facts.setProperty("handle", item.handle());
    facts.setProperty("updated", Long.toString(item.updated().getEpochSecond()));
    facts.setProperty("owners", Boolean.toString(item.isForOwners()));
    facts.setProperty("legacy", Boolean.toString(item.isLegacy()));
    Files.createDirectories(place);
    try (Writer out = Files.newBufferedWriter(place.resolve("facts"))) {
      facts.store(out, null);
    }
  }

  Optional<StoredItem> find(String id) throws IOException {
    Path place = folder.resolve("items").resolve(id);
    if (!Files.exists(place.resolve("facts"))) {
      return Optional.empty();
    }
    Properties facts = new Properties();
    try (Reader in = Files.newBufferedReader(place.resolve("facts"))) {
      facts.load(in);
    }
    return Optional.of(
        new StoredItem(
            facts.getProperty("game"),
            facts.getProperty("handle"),
            facts.getProperty("updated"),
            Boolean.parseBoolean(facts.getProperty("legacy")),
            Boolean.parseBoolean(facts.getProperty("owners")),
            place.resolve("files")));
  }

  /** Adds to what will be done with an item, or at the login or the start. */
  void plan(String what, List<SteamCmdDeed> deeds) throws IOException {
    List<String> lines = new ArrayList<>(lines("deeds-" + what));
    deeds.forEach(deed -> lines.add(deed.name()));
    Files.write(folder.resolve("deeds-" + what), lines);
  }

  /** What is to be done this time. */
  SteamCmdDeed next(String what) throws IOException {
    List<String> lines = lines("deeds-" + what);
    if (lines.isEmpty()) {
      return SteamCmdDeed.OK;
    }
    Files.write(folder.resolve("deeds-" + what), lines.subList(1, lines.size()));
    return SteamCmdDeed.valueOf(lines.get(0));
  }

  void note(String what, List<String> lines) throws IOException {
    Path place = Files.createDirectories(folder.resolve("notes"));
    int number;
    try (Stream<Path> earlier = Files.list(place)) {
      number = (int) earlier.filter(it -> it.getFileName().toString().startsWith(what)).count();
    }
    String name = "%s-%06d".formatted(what, number);
    Path begun = Files.write(place.resolve("." + name), lines);
    Files.move(begun, place.resolve(name)); // whole, or not there
  }

  /** What was noted, in its order. */
  List<List<String>> notes(String what) {
    Path place = folder.resolve("notes");
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(place)) {
      List<List<String>> notes = new ArrayList<>();
      for (Path note : all.sorted().toList()) {
        if (note.getFileName().toString().startsWith(what + "-")) {
          notes.add(Files.readAllLines(note));
        }
      }
      return notes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** An item as the program sees it. */
  record StoredItem(
      String game, String handle, String updated, boolean legacy, boolean forOwners, Path files) {}
}
