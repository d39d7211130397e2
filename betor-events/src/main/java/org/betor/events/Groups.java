package org.betor.events;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.betor.events.internal.log.DurableFiles;
import org.betor.events.internal.log.EventLog;

/**
 * The groups that are remembered, each in a folder of its name. Safe for use by several threads.
 */
final class Groups implements Closeable {
  private final Path folder;
  private final Map<String, Group> groups = new TreeMap<>();

  private Groups(Path folder) {
    this.folder = folder;
  }

  static Groups open(Path folder) throws IOException {
    Groups groups = new Groups(DurableFiles.folder(folder));
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : folders.toList()) {
        groups.remembered(each.getFileName().toString(), () -> 0);
      }
    } catch (IOException | RuntimeException failed) {
      groups.close();
      throw failed;
    }
    return groups;
  }

  /**
   * The group of that name.
   *
   * @param start the number from which on a new one gets events
   */
  synchronized Group remembered(String name, LongSupplier start) throws IOException {
    Group group = groups.get(name);
    if (group == null) {
      group = Group.open(folder.resolve(name), start.getAsLong());
      groups.put(name, group);
    }
    return group;
  }

  synchronized Optional<Group> find(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  synchronized void forget(String name) throws IOException {
    Group group = groups.remove(name);
    if (group != null) {
      group.delete();
    }
  }

  /** The one that has most of its events before it. */
  synchronized Optional<Group> slowest() {
    return all().stream().min(Comparator.comparing(Group::position));
  }

  /** The number before which some group knows of events, be they lost from the log or not. */
  synchronized long furthest() {
    return all().stream().mapToLong(Group::furthest).max().orElse(0);
  }

  /** Deletes what no group needs any more. */
  synchronized void tidy(EventLog log) throws IOException {
    log.forgetBefore(slowest().map(Group::position).orElseGet(log::end));
  }

  @Override
  public synchronized void close() throws IOException {
    for (Group group : all()) {
      group.close();
    }
  }

  private Collection<Group> all() {
    return groups.values();
  }
}
