package org.betor.mods.internal.shelf;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.betor.api.mod.Game;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModKey;
import org.betor.mods.Counted;
import org.betor.mods.Unfinished;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.database.Transaction;

/** All that a library keeps, and what changes it as a whole. */
public final class Stock {
  private final Database database;
  private final Usage usage;
  private final Shelf shelf;
  private final Jobs jobs;
  private final Games games;
  private final Publication publication;
  private final Eviction eviction;
  private final Inspection inspection;

  /** In that database and those files, within limits. */
  public Stock(Database database, ArchiveFiles files, InstantSource clock, Limits limits) {
    this.database = database;
    this.usage = new Usage(clock, limits.statistics());
    this.shelf = new Shelf(database, files, usage);
    this.jobs = new Jobs(usage, shelf, limits);
    this.games = new Games(usage);
    this.publication = new Publication(usage);
    this.eviction = new Eviction(shelf, files, limits.oldVersions(), limits.quotaBytes());
    this.inspection = new Inspection(database, files);
  }

  /** Where it is kept. */
  public Database database() {
    return database;
  }

  /** What counts. */
  public Usage usage() {
    return usage;
  }

  /** What is here. */
  public Shelf shelf() {
    return shelf;
  }

  /** Whether what is here is whole. */
  public Inspection inspection() {
    return inspection;
  }

  /** What is on its way. */
  public Jobs jobs() {
    return jobs;
  }

  /**
   * Undoes what was begun when the program ended.
   *
   * @return what is to be fetched
   */
  public List<JobRow> recover(Unfinished unfinished) {
    List<JobRow> waiting =
        database.write(
            transaction -> {
              usage.count(transaction, Counted.START);
              jobs.forgetOldFailures(transaction);
              for (JobRow job : jobs.all(transaction)) {
                retract(transaction, job, unfinished);
              }
              return jobs.all(transaction);
            });
    shelf.sweep();
    return waiting;
  }

  private void retract(Transaction transaction, JobRow job, Unfinished unfinished)
      throws SQLException {
    if (unfinished == Unfinished.FORGET) {
      jobs.remove(transaction, job);
    } else {
      shelf.doom(transaction, job.id());
    }
  }

  /** Whether the source should be asked for a game. */
  public boolean isStale(ModKey mod, String game) {
    return database.read(transaction -> games.isStale(transaction, mod.source(), game));
  }

  /**
   * Makes an arrival the current content of its mod, and room for it.
   *
   * @param game what its source says of its game, if it was asked
   */
  public void publish(Arrival arrival, Optional<Game> game) {
    ModKey mod = arrival.details().key();
    database.write(
        transaction -> {
          String id = arrival.details().game().orElse("");
          if (!id.isEmpty()) {
            games.put(transaction, mod.source(), id, game);
          }
          publication.publish(transaction, arrival);
          eviction.makeRoom(transaction, mod);
          return arrival;
        });
  }

  /** Ends a job that failed. */
  public void fail(JobRow job, ModException why) {
    database.write(
        transaction -> {
          jobs.fail(transaction, job, why);
          return job;
        });
  }

  /** Ends a job that nobody wants any more. */
  public void forget(JobRow job) {
    database.write(
        transaction -> {
          jobs.remove(transaction, job);
          return job;
        });
  }
}
