package org.betor.events;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.spi.DeadLetter;
import org.betor.events.internal.log.DurableFiles;
import org.betor.events.internal.log.EventBytes;

/**
 * The dead letters of a group, each a file that is named after the event's number in the log. One
 * that is to be replayed is in a file of another ending until it is done. Safe for use by several
 * threads.
 */
final class Letters {
  private static final int MOST = 10_000;
  private static final String DEAD = ".letter";
  private static final String AGAIN = ".again";
  private static final Pattern NAME = Pattern.compile("(\\d{19})(\\.letter|\\.again)");

  private final Path folder;
  private final SortedSet<Long> dead = new TreeSet<>();
  private final SortedSet<Long> again = new TreeSet<>();

  private Letters(Path folder) {
    this.folder = folder;
  }

  static Letters in(Path folder) throws IOException {
    Letters letters = new Letters(folder);
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .forEach(name -> letters.of(name.group(2)).add(Long.valueOf(name.group(1))));
    }
    return letters;
  }

  /** Whether the event of that number is dead, or was. */
  synchronized boolean has(long number) {
    return dead.contains(number) || again.contains(number);
  }

  /** The number after the last of them. */
  synchronized long end() {
    return Stream.of(dead, again)
        .filter(numbers -> !numbers.isEmpty())
        .mapToLong(numbers -> numbers.last() + 1)
        .max()
        .orElse(0);
  }

  /**
   * Makes a letter durable.
   *
   * @throws IOException also if there are too many
   */
  synchronized void add(long number, DeadLetter letter) throws IOException {
    if (dead.size() >= MOST) {
      throw new IOException(
          "%s has %d dead letters: replay them, or forget the group".formatted(folder, MOST));
    }
    DurableFiles.write(file(number, DEAD), bytes(letter));
    dead.add(number);
    done(number);
  }

  synchronized List<Long> numbers() {
    return List.copyOf(dead);
  }

  /** The numbers of what is to be replayed. */
  synchronized List<Long> again() {
    return List.copyOf(again);
  }

  synchronized DeadLetter get(long number) throws IOException {
    return read(file(number, dead.contains(number) ? DEAD : AGAIN));
  }

  synchronized List<DeadLetter> first(int limit) throws IOException {
    List<DeadLetter> letters = new ArrayList<>();
    for (long number : dead.stream().limit(limit).toList()) {
      letters.add(get(number));
    }
    return letters;
  }

  /** From now on it is to be replayed; whether it is a dead letter. */
  synchronized boolean replay(long number) throws IOException {
    if (!dead.contains(number)) {
      return false;
    }
    DurableFiles.move(file(number, DEAD), file(number, AGAIN));
    dead.remove(number);
    again.add(number);
    return true;
  }

  /** It has been replayed. */
  synchronized void done(long number) throws IOException {
    if (again.remove(number)) {
      Files.deleteIfExists(file(number, AGAIN));
    }
  }

  private SortedSet<Long> of(String ending) {
    return ending.equals(DEAD) ? dead : again;
  }

  private Path file(long number, String ending) {
    return folder.resolve("%019d%s".formatted(number, ending));
  }

  private static byte[] bytes(DeadLetter letter) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(letter.attempts());
    out.writeUTF(letter.reason());
    Instant time = letter.time();
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
    out.write(EventBytes.of(letter.event()));
    return bytes.toByteArray();
  }

  private static DeadLetter read(Path file) throws IOException {
    try {
      DataInputStream bytes =
          new DataInputStream(new ByteArrayInputStream(DurableFiles.read(file)));
      int attempts = bytes.readInt();
      String reason = bytes.readUTF();
      Instant time = Instant.ofEpochSecond(bytes.readLong(), bytes.readInt());
      return new DeadLetter(EventBytes.read(bytes.readAllBytes()), attempts, reason, time);
    } catch (IOException damaged) {
      throw new IOException(
          "%s cannot be read: put back a copy of it, or move it away".formatted(file), damaged);
    }
  }
}
