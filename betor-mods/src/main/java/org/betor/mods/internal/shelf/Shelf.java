package org.betor.mods.internal.shelf;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;
import org.betor.mods.ArchiveLoan;
import org.betor.mods.Counted;
import org.betor.mods.ModRow;
import org.betor.mods.StoredVersion;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.database.Transaction;

/** The mods that are here. What leaves it is deleted by {@link #sweep}, once that is durable. */
public final class Shelf {
  private static final String CURRENT = Held.SELECT + "a.id = m.archive where m.mod_key = ?";
  private static final String ALL =
      Held.SELECT + "a.mod_id = m.id where m.mod_key = ? order by a.id desc";

  private final Database database;
  private final ArchiveFiles files;
  private final Usage usage;

  /** Of the same library. */
  public Shelf(Database database, ArchiveFiles files, Usage usage) {
    this.database = database;
    this.files = files;
    this.usage = usage;
  }

  /** The row of a mod that is here. */
  public Optional<ModRow> row(Transaction transaction, ModKey mod) throws SQLException {
    return current(transaction, mod).map(Held::mod);
  }

  Optional<Held> current(Transaction transaction, ModKey mod) throws SQLException {
    return transaction.first(Held::read, CURRENT, mod.toString());
  }

  /** The contents of a mod that are here, the newest first. */
  public List<StoredVersion> versions(Transaction transaction, ModKey mod) throws SQLException {
    return transaction.rows(Held::read, ALL, mod.toString()).stream().map(Held::told).toList();
  }

  /** What is here of a mod, lent. */
  public Lending lend(Transaction transaction, ModKey mod) throws SQLException {
    Optional<Held> held = current(transaction, mod);
    return held.isEmpty() ? Lending.NOTHING : lend(transaction, held.get());
  }

  /** A certain content of a mod, lent. */
  public Lending lend(Transaction transaction, ModKey mod, ModVersion version) throws SQLException {
    Predicate<Held> same = held -> held.version().isSameContentAs(Bounds.kept(version));
    Optional<Held> held =
        transaction.rows(Held::read, ALL, mod.toString()).stream().filter(same).findFirst();
    return held.isEmpty() ? Lending.NOTHING : lend(transaction, held.get());
  }

  private Lending lend(Transaction transaction, Held held) throws SQLException {
    if (!isWhole(held)) {
      forget(transaction, held);
      usage.count(transaction, Counted.DAMAGED);
      return Lending.DAMAGED;
    }
    usage.sent(transaction, held);
    ArchiveLoan archive = new LentArchive(held, files);
    return new Lending(Optional.of(archive), false);
  }

  /** Whether a mod is here as new as the source says, or newer. */
  public boolean isUpToDate(Transaction transaction, ModKey mod, ModVersion told)
      throws SQLException {
    ModVersion newest = Bounds.kept(told);
    return current(transaction, mod)
        .map(Held::version)
        .filter(here -> here.isSameContentAs(newest) || here.updated().isAfter(newest.updated()))
        .isPresent();
  }

  /** Forgets a mod whose file is gone or changed. */
  public void forgetDamaged(Transaction transaction, ModKey mod) throws SQLException {
    Optional<Held> current = current(transaction, mod);
    if (current.isPresent() && !isWhole(current.get())) {
      forget(transaction, current.get());
      usage.count(transaction, Counted.DAMAGED);
    }
  }

  private boolean isWhole(Held held) {
    return files.isWhole(held.archive(), held.bytes());
  }

  /** Forgets an archive and, with the current one, its mod, whose pin waits for it. */
  void forget(Transaction transaction, Held held) throws SQLException {
    if (held.isCurrent()) {
      ModKey mod = held.mod().mod();
      boolean pinned = Pins.isPinned(transaction, mod);
      remove(transaction, mod);
      if (pinned) {
        Pins.orphan(transaction, mod);
      }
    } else {
      transaction.change("delete from archive where id = ?", held.archive());
      doom(transaction, held.archive());
    }
  }

  /** Forgets a mod with all its archives and its pin; whether it was here. */
  public boolean remove(Transaction transaction, ModKey mod) throws SQLException {
    Pins.claim(transaction, mod);
    Optional<Held> current = current(transaction, mod);
    if (current.isEmpty()) {
      return false;
    }
    for (Held held : transaction.rows(Held::read, ALL, mod.toString())) {
      doom(transaction, held.archive());
    }
    long row = current.get().row();
    for (String table : List.of("archive", "description", "mod_tag", "resource", "need")) {
      transaction.change("delete from " + table + " where mod_id = ?", row);
    }
    transaction.change("delete from mods where id = ?", row);
    transaction.changedMod(row);
    transaction.change(
        "update game set mods = mods - 1 where source = ? and game = ?",
        mod.source(),
        current.get().mod().game());
    return true;
  }

  /** Pins a mod, or not any more; whether it is here. */
  public boolean pin(Transaction transaction, ModKey mod, boolean pinned) throws SQLException {
    return Pins.set(transaction, mod, pinned);
  }

  void doom(Transaction transaction, long archive) throws SQLException {
    transaction.change("insert into doomed values (?)", archive);
  }

  /** Deletes the files of what was forgotten, save those that are read. */
  public void sweep() {
    List<Long> doomed =
        database.read(t -> t.rows(row -> row.getLong(1), "select archive from doomed"));
    doomed.removeIf(files::isDoomed);
    if (!doomed.isEmpty()) {
      database.force();
      doomed.stream().filter(files::doom).forEach(this::isGone);
    }
  }

  private void isGone(long archive) {
    database.write(t -> t.change("delete from doomed where archive = ?", archive));
  }

  /**
   * What is here.
   *
   * @param archive to be closed; empty if there is nothing
   * @param isDamaged whether there was something until now
   */
  public record Lending(Optional<ArchiveLoan> archive, boolean isDamaged) {
    static final Lending NOTHING = new Lending(Optional.empty(), false);
    static final Lending DAMAGED = new Lending(Optional.empty(), true);
  }
}
