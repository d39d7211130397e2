package org.betor.mods.internal.shelf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.betor.api.mod.ModKey;
import org.betor.mods.VerifiedArchive;
import org.betor.mods.VerifiedArchive.State;
import org.betor.mods.VerifyProgress;
import org.betor.mods.internal.archive.StoredArchive;
import org.betor.mods.internal.database.Database;

/** Reads archives again. A damaged one loses its file, by which everybody sees that it is. */
public final class Inspection {
  private static final String OF_MOD =
      Held.SELECT + "a.mod_id = m.id where m.mod_key = ? and a.id < ? order by a.id desc ";
  private static final String OF_ALL =
      Held.SELECT + "a.mod_id = m.id where a.id < ? order by a.id desc ";
  private static final String ONE = "fetch first 1 rows only";

  private final Database database;
  private final ArchiveFiles files;

  Inspection(Database database, ArchiveFiles files) {
    this.database = database;
    this.files = files;
  }

  /** What is here of a mod, the newest first. */
  public List<VerifiedArchive> of(ModKey mod) throws InterruptedException {
    List<VerifiedArchive> verified = new ArrayList<>();
    Optional<Held> next = lend(OF_MOD + ONE, mod.toString(), Long.MAX_VALUE);
    while (next.isPresent()) {
      verified.add(inspect(next.get()));
      next = lend(OF_MOD + ONE, mod.toString(), next.get().archive());
    }
    return verified;
  }

  /** All that is here, the newest first; those that are not whole. */
  public List<VerifiedArchive> all(Consumer<VerifyProgress> listener) throws InterruptedException {
    List<VerifiedArchive> troubled = new ArrayList<>();
    long total = database.read(Eviction::used);
    long bytes = 0;
    Optional<Held> next = lend(OF_ALL + ONE, Long.MAX_VALUE);
    while (next.isPresent()) {
      VerifiedArchive latest = inspect(next.get());
      bytes += latest.bytes();
      if (latest.state() != State.WHOLE) {
        troubled.add(latest);
      }
      listener.accept(new VerifyProgress(latest, bytes, total));
      next = lend(OF_ALL + ONE, next.get().archive());
    }
    return troubled;
  }

  /** In turn with those who write, so that it is not deleted before it is lent. */
  private Optional<Held> lend(String sql, Object... values) {
    return database.write(
        transaction -> {
          Optional<Held> held = transaction.first(Held::read, sql, values);
          held.ifPresent(it -> files.lend(it.archive()));
          return held;
        });
  }

  private VerifiedArchive inspect(Held held) throws InterruptedException {
    try {
      Optional<String> damage =
          new StoredArchive(files.path(held.archive()), held.sha256()).damage();
      if (damage.isPresent()) {
        files.doom(held.archive());
      }
      State state = damage.isPresent() ? State.DAMAGED : State.WHOLE;
      return verified(held, state, damage.orElse(""));
    } catch (IOException failure) {
      return verified(held, State.UNREADABLE, failure.toString());
    } finally {
      files.giveBack(held.archive());
    }
  }

  private static VerifiedArchive verified(Held held, State state, String trouble) {
    return new VerifiedArchive(held.mod().mod(), held.version(), held.bytes(), state, trouble);
  }
}
