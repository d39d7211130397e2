package org.betor.events.rabbitmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.betor.api.spi.Interest;
import org.betor.events.internal.log.DurableFiles;

/**
 * Groups that the broker does not know of yet, since it was away when they were subscribed: a file
 * for each, with its level and then its types, line by line. Safe for use by several threads.
 */
final class Interests {
  private static final String ENDING = ".group";

  private final Path folder;

  private Interests(Path folder) {
    this.folder = folder;
  }

  static Interests in(Path folder) throws IOException {
    return new Interests(DurableFiles.folder(folder));
  }

  /** Remembers it, durably. */
  synchronized void add(Interest interest) throws IOException {
    List<String> lines = new ArrayList<>(List.of(String.valueOf(interest.level())));
    lines.addAll(interest.types());
    DurableFiles.write(file(interest.group()), String.join("\n", lines).getBytes(UTF_8));
  }

  /**
   * All of them.
   *
   * @throws IOException also if the disk has damaged one; the message says what to do
   */
  synchronized List<Interest> all() throws IOException {
    List<Interest> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
        all.add(read(file));
      }
    }
    return all;
  }

  /** Forgets a group, unless it is wanted in another way meanwhile. */
  synchronized void remove(Interest declared) throws IOException {
    if (Files.exists(file(declared.group())) && read(file(declared.group())).equals(declared)) {
      remove(declared.group());
    }
  }

  synchronized void remove(String group) throws IOException {
    Files.deleteIfExists(file(group));
  }

  private Path file(String group) {
    return folder.resolve(group + ENDING);
  }

  private static Interest read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String group = name.substring(0, name.length() - ENDING.length());
    try {
      List<String> lines = new String(DurableFiles.read(file), UTF_8).lines().toList();
      Set<String> types = Set.copyOf(lines.subList(1, lines.size()));
      return new Interest(group, types, Integer.parseInt(lines.get(0)));
    } catch (IOException | RuntimeException damaged) {
      throw new IOException(
          "%s cannot be read: put back a copy of it, or delete it and subscribe the group again"
              .formatted(file),
          damaged);
    }
  }
}
