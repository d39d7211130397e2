package org.betor.events.rabbitmq.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;

/** Records each event once, in a file, however often it comes. */
final class History implements EventChannel.Handler {
  private final Path file;
  private final Set<String> known;
  private int seen;

  private History(Path file, Set<String> known) {
    this.file = file;
    this.known = known;
  }

  /** Goes on with what a killed program has recorded. */
  static History open(Path file) throws IOException {
    return new History(file, new HashSet<>(recorded(file)));
  }

  /** The ids of events, in the order in which they were recorded. */
  static List<String> recorded(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : new ArrayList<>();
  }

  @Override
  public synchronized void handle(Event event) throws IOException {
    seen++;
    if (known.add(event.id().toString())) {
      Files.writeString(
          file, event.id() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      notifyAll();
    }
  }

  /** How many came, again or for the first time. */
  synchronized int seen() {
    return seen;
  }

  synchronized void await(int events) throws InterruptedException {
    while (known.size() < events) {
      wait();
    }
  }
}
