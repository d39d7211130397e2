package org.betor.mods;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.mods.ModProgress.Phase;
import org.betor.mods.internal.database.Transaction;
import org.betor.mods.internal.queue.ModQueue;
import org.betor.mods.internal.queue.Sources;
import org.betor.mods.internal.queue.Step;
import org.betor.mods.internal.shelf.JobRow;
import org.betor.mods.internal.shelf.Shelf;
import org.betor.mods.internal.shelf.Shelf.Lending;
import org.betor.mods.internal.shelf.Stock;

/** Decides what becomes of a wish for a mod. */
final class Requests {
  private final Sources sources;
  private final Stock stock;
  private final ModQueue queue;
  private final UpdatePolicy policy;
  private final InstantSource clock;
  private final int mostQueued;
  private final Consumer<Step> steps;
  private boolean closed;

  Requests(
      Sources sources,
      Stock stock,
      ModQueue queue,
      UpdatePolicy policy,
      InstantSource clock,
      int mostQueued,
      Consumer<Step> steps) {
    this.sources = sources;
    this.stock = stock;
    this.queue = queue;
    this.policy = policy;
    this.clock = clock;
    this.mostQueued = mostQueued;
    this.steps = steps;
  }

  Requested request(ModKey mod, Freshness freshness, int priority) throws InterruptedException {
    try {
      ModLookup told = sources.lookup(mod).orElseThrow(() -> Sources.saidNothing(mod));
      if (told instanceof ModLookup.Found found) {
        return request(List.of(found.details()), freshness, priority).get(0);
      }
      String why = ((ModLookup.Absent) told).why();
      return offline(mod, new ModException(Reason.ABSENT, mod + " is gone: " + why))
          .orElseGet(() -> new Requested.Absent(mod, why));
    } catch (ModException trouble) {
      return offline(mod, trouble).orElseGet(() -> new Requested.SourceDown(mod, trouble));
    }
  }

  private Optional<Requested> offline(ModKey mod, ModException trouble) {
    return stock
        .database()
        .write(
            transaction -> {
              stock.usage().count(transaction, Counted.REQUEST);
              return stock.shelf().lend(transaction, mod);
            })
        .archive()
        .map(archive -> new Requested.Ready(archive, Optional.of(trouble)));
  }

  /** From now on nobody wishes; when this returns, all that was wished for is in the queue. */
  synchronized void close() {
    closed = true;
  }

  /** What becomes of each of them; what is queued is durable then. One caller at a time. */
  synchronized List<Requested> request(List<ModDetails> mods, Freshness freshness, int priority) {
    if (closed) {
      throw new IllegalStateException("the library of mods is closed: wish for it when it is open");
    }
    List<Requested> answers = new ArrayList<>();
    List<JobRow> added = new ArrayList<>();
    stock
        .database()
        .write(
            transaction -> {
              for (ModDetails mod : mods) {
                answers.add(decide(transaction, mod, freshness, priority, added));
              }
              return added;
            });
    if (!added.isEmpty()) {
      stock.database().force();
      steps.accept(Step.QUEUED);
      added.forEach(queue::add);
    }
    stock.shelf().sweep();
    return answers;
  }

  private Requested decide(
      Transaction transaction,
      ModDetails mod,
      Freshness freshness,
      int priority,
      List<JobRow> added)
      throws SQLException {
    stock.usage().count(transaction, Counted.REQUEST);
    if (mod.members().isPresent()) {
      return new Requested.Collection(mod.key(), mod.members().get());
    }
    Optional<JobRow> busy = stock.jobs().of(transaction, mod.key());
    if (busy.isPresent() && queue.progress(mod.key()).isEmpty()) {
      return resume(transaction, busy.get(), added);
    }
    if (busy.isPresent()) {
      return new Requested.AlreadyQueued(
          mod.key(), progress(hurry(transaction, busy.get(), priority)));
    }
    Shelf shelf = stock.shelf();
    shelf.forgetDamaged(transaction, mod.key());
    if (freshness == Freshness.NEWEST && shelf.isUpToDate(transaction, mod.key(), mod.version())) {
      Optional<ArchiveLoan> archive = shelf.lend(transaction, mod.key()).archive();
      if (archive.isPresent()) {
        return new Requested.Ready(archive.get(), Optional.empty());
      }
    }
    return enqueue(transaction, mod, priority, added);
  }

  /** Durable it was, but its way into the queue was cut off, such as by a full disk. */
  private Requested resume(Transaction transaction, JobRow job, List<JobRow> added)
      throws SQLException {
    added.add(job);
    ModKey mod = job.mod().mod();
    boolean again = !stock.jobs().failures(transaction, mod).isEmpty();
    return new Requested.Queued(mod, again, job.updating());
  }

  /** The same job, which is now as urgent as the most urgent wish for it. */
  private JobRow hurry(Transaction transaction, JobRow job, int priority) throws SQLException {
    if (priority <= job.priority()) {
      return job;
    }
    JobRow raised = stock.jobs().raise(transaction, job, priority);
    queue.raise(raised);
    return raised;
  }

  private Requested enqueue(
      Transaction transaction, ModDetails mod, int priority, List<JobRow> added)
      throws SQLException {
    if (transaction.number("select count(*) from job") >= mostQueued) {
      return new Requested.QueueFull(mod.key());
    }
    boolean updating = stock.shelf().row(transaction, mod.key()).isPresent();
    if (updating && policy == UpdatePolicy.DELETE_FIRST) {
      stock.shelf().remove(transaction, mod.key());
    }
    if (updating) {
      stock.usage().count(transaction, Counted.UPDATING);
    }
    boolean again = !stock.jobs().failures(transaction, mod.key()).isEmpty();
    added.add(stock.jobs().add(transaction, mod, priority, updating));
    return new Requested.Queued(mod.key(), again, updating);
  }

  Local local(ModKey mod, Loan loan) {
    Instant begin = clock.instant();
    Local local =
        stock
            .database()
            .write(
                transaction -> {
                  stock.usage().count(transaction, Counted.FETCH_LOCAL);
                  Lending lent = loan.lend(stock.shelf(), transaction);
                  return lent.archive().isPresent()
                      ? new Local.Ready(lent.archive().get())
                      : missing(transaction, mod, lent.isDamaged());
                });
    if (local instanceof Local.Ready) {
      stock.usage().handedOut(Duration.between(begin, clock.instant()));
    } else if (local instanceof Local.Damaged) {
      stock.shelf().sweep();
    }
    return local;
  }

  private Local missing(Transaction transaction, ModKey mod, boolean damaged) throws SQLException {
    if (damaged) {
      return new Local.Damaged(mod);
    }
    stock.usage().count(transaction, Counted.NOT_HERE);
    Optional<JobRow> job = stock.jobs().of(transaction, mod);
    if (job.isPresent()) {
      return new Local.StillLoading(mod, progress(job.get()));
    }
    List<ModFailure> failures = stock.jobs().failures(transaction, mod);
    return new Local.NotHere(mod, failures.stream().reduce((older, newer) -> newer));
  }

  private ModProgress progress(JobRow job) {
    long size = job.mod().sizeBytes();
    OptionalLong total = size > 0 ? OptionalLong.of(size) : OptionalLong.empty();
    return queue
        .progress(job.mod().mod())
        .orElseGet(() -> new ModProgress(job.mod().mod(), Phase.QUEUED, 0, total, job.priority()));
  }

  /** Lends what is wanted. */
  @FunctionalInterface
  interface Loan {
    Lending lend(Shelf shelf, Transaction transaction) throws SQLException;
  }
}
