package org.betor.mods.internal.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModKey;
import org.betor.mods.Counted;
import org.betor.mods.ModFailure;
import org.betor.mods.ModRow;
import org.betor.mods.internal.database.Micros;
import org.betor.mods.internal.database.Transaction;

/** What is to be fetched, and what could not be. */
public final class Jobs {
  private static final String FAILURES =
      """
      select mod_key, game, name, size_bytes, queued, failed, reason, message
      from failure where mod_key = ? order by id desc limit 20\
      """;

  private final Usage usage;
  private final Shelf shelf;
  private final Limits limits;

  /** Of the same library. */
  public Jobs(Usage usage, Shelf shelf, Limits limits) {
    this.usage = usage;
    this.shelf = shelf;
    this.limits = limits;
  }

  /** Notes that a mod is to be fetched. */
  public JobRow add(Transaction transaction, ModDetails mod, int priority, boolean updating)
      throws SQLException {
    String game = Bounds.cut(mod.game().orElse(""), Bounds.GAME);
    String name = Bounds.cut(mod.name(), Bounds.NAME);
    long size = mod.sizeBytes().orElse(0);
    long now = usage.now();
    long id =
        transaction.insert(
            """
            insert into job (mod_key, game, name, size_bytes, queued, priority, updating)
            values (?, ?, ?, ?, ?, ?, ?)\
            """,
            mod.key().toString(),
            game,
            name,
            size,
            now,
            priority,
            updating);
    ModRow row = new ModRow(mod.key(), game, name, size, Micros.instant(now));
    return new JobRow(id, row, priority, updating);
  }

  /** The same job, more urgent. */
  public JobRow raise(Transaction transaction, JobRow job, int priority) throws SQLException {
    transaction.change("update job set priority = ? where id = ?", priority, job.id());
    return new JobRow(job.id(), job.mod(), priority, job.updating());
  }

  /** What is to be fetched, in the order in which it was wished for. */
  public List<JobRow> all(Transaction transaction) throws SQLException {
    return transaction.rows(JobRow::read, JobRow.SELECT + "order by id");
  }

  /** The job of a mod. */
  public Optional<JobRow> of(Transaction transaction, ModKey mod) throws SQLException {
    return transaction.first(JobRow::read, JobRow.SELECT + "where mod_key = ?", mod.toString());
  }

  /** Ends a job without its mod. */
  public void remove(Transaction transaction, JobRow job) throws SQLException {
    end(transaction, job);
  }

  /** Whether it was still to be ended; else its archive is published and stays. */
  private boolean end(Transaction transaction, JobRow job) throws SQLException {
    boolean was = transaction.change("delete from job where id = ?", job.id()) > 0;
    if (was) {
      shelf.doom(transaction, job.id());
    }
    return was;
  }

  /** Ends a job that failed. */
  public void fail(Transaction transaction, JobRow job, ModException why) throws SQLException {
    if (!end(transaction, job)) {
      return;
    }
    ModRow mod = job.mod();
    transaction.insert(
        """
        insert into failure
          (mod_key, game, name, size_bytes, queued, failed, reason, message)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        mod.mod().toString(),
        mod.game(),
        mod.name(),
        mod.sizeBytes(),
        Micros.of(mod.dataEvent()),
        usage.now(),
        why.reason().name(),
        Bounds.cut(String.valueOf(why.getMessage()), Bounds.MESSAGE));
    forgetOldest(transaction, mod.mod());
    forgetOldFailures(transaction);
    usage.count(transaction, Counted.FETCH_FAILED);
  }

  private static void forgetOldest(Transaction transaction, ModKey mod) throws SQLException {
    List<Long> oldest =
        transaction.rows(
            row -> row.getLong(1),
            "select id from failure where mod_key = ? order by id desc limit 1000 offset ?",
            mod.toString(),
            Bounds.FAILURES);
    for (long id : oldest) {
      transaction.change("delete from failure where id = ?", id);
    }
  }

  void forgetOldFailures(Transaction transaction) throws SQLException {
    transaction.change(
        "delete from failure where failed < ?", usage.now() - Limits.micros(limits.failures()));
    long last =
        transaction.number(
            "select id from failure order by id desc limit 1 offset ?", limits.mostFailures());
    transaction.change("delete from failure where id <= ?", last);
  }

  /** The attempts that failed since the mod was last fetched, the oldest first. */
  public List<ModFailure> failures(Transaction transaction, ModKey mod) throws SQLException {
    List<ModFailure> newestFirst = transaction.rows(Jobs::failure, FAILURES, mod.toString());
    List<ModFailure> failures = new ArrayList<>(newestFirst);
    Collections.reverse(failures);
    return failures;
  }

  private static ModFailure failure(ResultSet row) throws SQLException {
    return new ModFailure(
        new ModRow(
            ModKey.parse(row.getString(1)),
            row.getString(2),
            row.getString(3),
            row.getLong(4),
            Micros.instant(row.getLong(5))),
        Micros.instant(row.getLong(6)),
        ModException.Reason.valueOf(row.getString(7)),
        row.getString(8));
  }
}
