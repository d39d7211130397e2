package org.betor.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.betor.api.Experimental;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.Host;
import org.betor.api.spi.Interest;
import org.betor.api.spi.Pause;
import org.betor.events.internal.lane.Manner;
import org.betor.events.internal.lane.Retries;
import org.betor.events.internal.log.EventBytes;
import org.betor.events.internal.log.EventLog;

/**
 * A channel within one application, in a folder of this machine.
 *
 * <p>Safe for use by several threads. What {@link #publish} takes is in a log on the disk when it
 * returns; threads that publish at the same time share one write to the disk. Groups read the log,
 * each on a thread of its own and at its own pace, a thousand events ahead of their handlers at
 * most, which run on four threads for each group. So memory does not grow with what waits. When the
 * log has grown to its bound (1 GiB unless set) because a group is far behind, publishing waits for
 * it, up to 10 seconds, and fails then.
 *
 * <p>A handler that throws is asked six times within half a minute, unless set otherwise. A group
 * keeps 10,000 dead letters; beyond that, what would be one holds up its subject.
 *
 * <p>Methods throw {@link UncheckedIOException} if the folder cannot be read or written. What the
 * disk has damaged in the log is named by an error in the log of the application, and kept in a
 * file beside it; the events after it are handed over.
 */
@Experimental
public final class LocalEvents implements EventChannel {
  private static final Duration ENDING = Duration.ofSeconds(4);
  private static final long MAX_FILE_BYTES = 16 << 20;

  private final Manner manner;
  private final EventLog log;
  private final Groups groups;
  private final Room room;
  private final Feeds feeds = new Feeds();

  private LocalEvents(Builder settings, EventLog log, Groups groups) {
    this.manner = new Manner(settings.retries, settings.clock, settings.pause);
    this.log = log;
    this.groups = groups;
    this.room = new Room(log, groups, settings.maxBytes, settings.patience, settings.pause);
  }

  /**
   * Opens the channel of a folder, or begins one. The folder is made if need be, and locked until
   * {@link #close} or the end of the program.
   *
   * @throws IllegalStateException if it is open already, the disk has damaged the place of a group,
   *     or a later version of this library has written events; the message says what to do
   */
  public static LocalEvents open(Path folder) {
    return builder(folder).open();
  }

  /** Opens the channel of a folder in another way than usual. */
  public static Builder builder(Path folder) {
    return new Builder(folder);
  }

  @Override
  public void publish(List<Event> events) {
    feeds.checkOpen();
    List<byte[]> entries = events.stream().map(EventBytes::of).toList();
    if (!entries.isEmpty()) {
      disk(
          () -> {
            room.await();
            log.append(entries);
            return entries;
          });
    }
  }

  @Override
  public Subscription subscribe(Interest interest, Handler handler) {
    return disk(
        () ->
            feeds.start(
                interest.group(),
                ended -> {
                  Group group = groups.remembered(interest.group(), log::end);
                  return new Feed(interest, handler, group, log, manner, ended);
                }));
  }

  @Override
  public List<DeadLetter> deadLetters(String group, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is 1 or more, got " + limit);
    }
    feeds.checkOpen();
    Optional<Group> found = groups.find(group);
    return found.isEmpty() ? List.of() : disk(() -> found.get().letters().first(limit));
  }

  @Override
  public boolean replay(String group, UUID event) {
    return replayed(group, letter -> letter.event().id().equals(event)) > 0;
  }

  @Override
  public int replayAll(String group) {
    return replayed(group, letter -> true);
  }

  @Override
  public void forget(String group) {
    disk(
        () -> {
          feeds.forget(group, () -> groups.forget(group));
          groups.tidy(log);
          return group;
        });
  }

  @Override
  public void close() {
    if (feeds.close(ENDING)) {
      disk(
          () -> {
            try (log) {
              groups.close();
            }
            return this;
          });
    }
  }

  private int replayed(String name, Predicate<DeadLetter> wanted) {
    feeds.checkOpen();
    Optional<Group> group = groups.find(name);
    if (group.isEmpty()) {
      return 0;
    }
    return disk(
        () -> {
          int replayed = 0;
          for (long number : group.get().letters().numbers()) {
            if (wanted.test(group.get().letters().get(number)) && replayed(group.get(), number)) {
              replayed++;
            }
          }
          return replayed;
        });
  }

  /** If nobody is subscribed, it waits for the next subscription. */
  private boolean replayed(Group group, long number) throws IOException {
    if (!group.letters().replay(number)) {
      return false;
    }
    Optional<Feed> feed = feeds.find(group.name());
    if (feed.isPresent()) {
      feed.get().replay(number);
    }
    return true;
  }

  private <T> T disk(Work<T> work) {
    try {
      return work.done();
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "%s cannot be used: %s".formatted(log, failed.getMessage()), failed);
    }
  }

  private interface Work<T> {
    T done() throws IOException;
  }

  /** How a channel is opened. */
  public static final class Builder {
    private final Path folder;
    private Retries retries = Retries.USUAL;
    private long maxBytes = 1L << 30;
    private Duration patience = Duration.ofSeconds(10);
    private InstantSource clock = InstantSource.system();
    private Pause pause = Pause.SLEEPING;

    private Builder(Path folder) {
      this.folder = folder;
    }

    /**
     * How often a handler gets an event that it throws at, from 1, and the pause after the first
     * time; each later one is twice as long, up to the longest. Six times, 1 second and 1 minute
     * unless set.
     */
    public Builder retries(int attempts, Duration first, Duration longest) {
      this.retries = new Retries(attempts, first, longest);
      return this;
    }

    /** How large the log of what is not done grows, in bytes; 1 GiB unless set, 64 KiB at least. */
    public Builder maxBytes(long maxBytes) {
      if (maxBytes < 64 << 10) {
        throw new IllegalArgumentException("64 KiB at least, got %d bytes".formatted(maxBytes));
      }
      this.maxBytes = maxBytes;
      return this;
    }

    /** How long publishing waits for room; 10 seconds unless set. Not negative. */
    public Builder patience(Duration patience) {
      if (patience.isNegative()) {
        throw new IllegalArgumentException("patience is not negative, got " + patience);
      }
      this.patience = patience;
      return this;
    }

    /** What tells the time; the system's clock unless set. */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /** How to wait; really, unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /**
     * Opens the channel.
     *
     * @throws IllegalStateException as {@link LocalEvents#open}
     */
    public LocalEvents open() {
      try {
        return opened();
      } catch (IOException failed) {
        throw new UncheckedIOException(
            "%s cannot be opened: %s".formatted(folder, failed.getMessage()), failed);
      }
    }

    private LocalEvents opened() throws IOException {
      EventLog log = EventLog.open(folder, Math.min(MAX_FILE_BYTES, maxBytes / 4));
      try {
        Groups groups = Groups.open(folder.resolve("groups"));
        log.continueFrom(groups.furthest());
        groups.tidy(log);
        return new LocalEvents(this, log, groups);
      } catch (IOException | RuntimeException failed) {
        log.close();
        throw failed;
      }
    }
  }

  /** Opens the channel of a host, as a service. */
  public static final class Factory implements EventChannel.Factory {

    /** For the service loader. */
    public Factory() {}

    @Override
    public String id() {
      return "local";
    }

    @Override
    public EventChannel open(Host host) {
      return builder(host.folder("events")).clock(host.clock()).pause(host.pause()).open();
    }
  }
}
