package org.betor.mods.internal.database;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.betor.mods.ModLibraryException;

/** The tables, and how those of an older release become those of this one. */
public final class Schema {
  /**
   * Step n makes version n + 1 of version n, also where it was broken off before; a released step
   * does not change.
   */
  private static final List<String> STEPS = List.of(SchemaSteps.FIRST, SchemaSteps.SECOND);

  private static final Pattern END = Pattern.compile(";");

  private Schema() {}

  /**
   * Makes the tables as this release wants them.
   *
   * @throws ModLibraryException if a newer release made them
   */
  public static void prepare(Database database) {
    database.write(
        transaction -> {
          transaction.define("create table if not exists schema_version (version int not null)");
          long version = transaction.number("select max(version) from schema_version");
          checkKnown(version);
          for (int step = (int) version; step < STEPS.size(); step++) {
            apply(transaction, step);
          }
          return version;
        });
  }

  private static void checkKnown(long version) {
    if (version > STEPS.size()) {
      throw new ModLibraryException(
          "the library's tables have version %d, this release knows %d: use a newer release"
              .formatted(version, STEPS.size()));
    }
  }

  private static void apply(Transaction transaction, int step) throws SQLException {
    List<String> statements =
        END.splitAsStream(STEPS.get(step))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    for (String statement : statements) {
      transaction.define(statement);
    }
    transaction.change("insert into schema_version values (?)", step + 1);
  }
}
