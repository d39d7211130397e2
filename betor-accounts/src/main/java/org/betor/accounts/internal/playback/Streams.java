package org.betor.accounts.internal.playback;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.ResumePoint;
import org.betor.accounts.RunningStream;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.RandomUuid;
import org.betor.api.model.Episodes;
import org.betor.api.model.TitleId;
import org.betor.api.model.Viewer;

/**
 * Who watches what, and how far they are: in rows, so that all instances count together. Safe for
 * use by several threads.
 */
public final class Streams {
  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random;
  private final int most;
  private final Duration silence;

  /**
   * Streams of the users of a database.
   *
   * @param most how many one user may have at once
   * @param silence after what time without a heartbeat one has ended
   */
  public Streams(
      Database database, InstantSource clock, SecureRandom random, int most, Duration silence) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.most = most;
    this.silence = silence;
  }

  /** Makes one, which counts from now on, if the user may have it. */
  public Pass reserve(UserId user, TitleId title, Episodes episode) {
    UUID id = RandomUuid.from(random);
    Instant now = clock.instant();
    return database.transact(
        transaction -> {
          Viewer viewer = admitStart(transaction, user, now);
          Pass pass = new Pass(id, user, title, episode, viewer);
          add(transaction, pass, now);
          return pass;
        });
  }

  /**
   * Says that one has begun, if the user may still have it: it took so long perhaps that it did not
   * count any more.
   *
   * @param level that of the release
   */
  public void begin(Pass pass, int level, Instant now) {
    database.transact(
        transaction -> {
          Admission.checkLevel(admitStart(transaction, pass.user(), now).level(), level);
          if (!new StreamTable(transaction).touch(pass.id(), now, now.minus(silence))) {
            add(transaction, pass, now);
          }
          return pass;
        });
  }

  /**
   * Keeps how far somebody is, and says whether the stream is one still, if they may have it.
   *
   * @param level that of the release
   */
  public boolean heartbeat(Pass pass, int level, Duration position, Instant now) {
    return database.transact(
        transaction -> {
          UserLock.take(transaction, pass.user());
          Admission.checkLevel(Admission.check(transaction, pass.user(), now).weight(), level);
          new PositionTable(transaction).keep(pass, position, now);
          return new StreamTable(transaction).touch(pass.id(), now, now.minus(silence));
        });
  }

  /** Ends one; keeps how far they are if that is told, and they were not erased. */
  public void end(Pass pass, Optional<Duration> position) {
    Instant now = clock.instant();
    database.transact(
        transaction -> {
          boolean there = UserLock.take(transaction, pass.user());
          new StreamTable(transaction).remove(pass.id());
          if (there && position.isPresent()) {
            new PositionTable(transaction).keep(pass, position.get(), now);
          }
          return there;
        });
  }

  /** Those of a user that run, in every instance. */
  public List<RunningStream> of(UserId user) {
    Instant since = clock.instant().minus(silence);
    return database.transact(transaction -> new StreamTable(transaction).of(user, since));
  }

  /** How far somebody is in a title. */
  public Optional<ResumePoint> position(UserId user, TitleId title) {
    return database.transact(transaction -> new PositionTable(transaction).find(user, title));
  }

  /** How far somebody is in titles, the newest first. */
  public List<ResumePoint> positions(UserId user, int limit) {
    return database.transact(transaction -> new PositionTable(transaction).of(user, limit));
  }

  /** Forgets how far somebody is in a title. */
  public void forget(UserId user, TitleId title) {
    database.transact(
        transaction -> {
          new PositionTable(transaction).remove(user, title);
          return title;
        });
  }

  /** As whom a user may look for something to watch. */
  public Viewer viewer(UserId user) {
    Instant now = clock.instant();
    return database.transact(transaction -> admitStart(transaction, user, now));
  }

  private static Viewer admitStart(Transaction transaction, UserId user, Instant now)
      throws SQLException {
    UserLock.take(transaction, user);
    return new Viewer(user.toString(), Admission.checkStart(transaction, user, now).weight());
  }

  private void add(Transaction transaction, Pass pass, Instant now) throws SQLException {
    StreamTable streams = new StreamTable(transaction);
    Instant since = now.minus(silence);
    streams.removeSilent(pass.user(), since);
    List<RunningStream> running = streams.of(pass.user(), since);
    if (running.size() >= most) {
      Instant free = running.get(0).lastSeen().plus(silence);
      throw new AccountsException(
          Reason.TOO_MANY_STREAMS,
          "no more than %d streams at once: stop another first".formatted(most),
          Duration.between(now, free));
    }
    streams.add(pass.id(), pass.user(), pass.title(), now);
  }
}
