package org.betor.events;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.betor.events.internal.log.DurableFiles;
import org.betor.events.internal.log.Position;

/** A group that is remembered: how far it is in the log, and its dead letters. In a folder. */
final class Group implements Closeable {
  private final Path folder;
  private final Position position;
  private final Letters letters;
  private final SortedSet<Long> underWay = new TreeSet<>();
  private long read;

  private Group(Path folder, Position position, Letters letters) {
    this.folder = folder;
    this.position = position;
    this.letters = letters;
    this.read = position.get();
  }

  /**
   * Opens a group, or begins one.
   *
   * @param start the number from which on a new one gets events
   */
  static Group open(Path folder, long start) throws IOException {
    DurableFiles.folder(folder);
    return new Group(folder, Position.open(folder.resolve("position"), start), Letters.in(folder));
  }

  String name() {
    return folder.getFileName().toString();
  }

  Letters letters() {
    return letters;
  }

  /** The number of the first event that is not done. */
  synchronized long position() {
    return position.get();
  }

  /** The number before which it knows of events. */
  synchronized long furthest() {
    return Math.max(position.get(), letters.end());
  }

  /** Goes back to the first event that is not done. */
  synchronized long restart() {
    underWay.clear();
    read = position.get();
    return read;
  }

  synchronized void begin(long number) {
    underWay.add(number);
    read = number + 1;
  }

  synchronized void done(long number) throws IOException {
    underWay.remove(number);
    position.set(underWay.isEmpty() ? read : underWay.first());
  }

  /** Deletes all of it. */
  void delete() throws IOException {
    close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    position.close();
  }
}
