package org.betor.accounts.internal.people;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Database;

/**
 * The one way in which somebody does something, or looks at what not everybody may see: with their
 * rights looked up, in one transaction with its line in the audit log. Safe for use by several
 * threads.
 */
public final class Acts {
  private final Database database;
  private final InstantSource clock;
  private final List<Consumer<UserId>> listeners = new CopyOnWriteArrayList<>();

  /** Acts upon what the database has. */
  public Acts(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Tells whose rights changed, after that was committed, on the thread that did it. */
  public void onChange(Consumer<UserId> listener) {
    listeners.add(listener);
  }

  /** Does it. The work may be done again if another transaction was in the way. */
  public <T> T by(UserId user, Work<T> work) {
    Set<UserId> changed = new LinkedHashSet<>();
    T result =
        database.transact(
            transaction -> {
              changed.clear();
              return work.by(Actor.enter(transaction, user, clock.instant(), changed::add));
            });
    changed.forEach(id -> listeners.forEach(listener -> listener.accept(id)));
    return result;
  }

  /**
   * Looks at something, beside whatever others do meanwhile. Nothing but the audit log is changed.
   */
  public <T> T look(UserId user, Work<T> work) {
    return database.transact(
        transaction -> work.by(Actor.look(transaction, user, clock.instant())));
  }

  /**
   * What somebody does.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it, after its checks. */
    T by(Actor actor) throws SQLException;
  }
}
