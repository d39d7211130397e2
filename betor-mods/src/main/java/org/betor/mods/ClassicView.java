package org.betor.mods;

import static org.betor.mods.ClassicJson.array;
import static org.betor.mods.ClassicJson.id;
import static org.betor.mods.ClassicJson.object;
import static org.betor.mods.ClassicJson.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.betor.api.mod.ModKey;

/**
 * A library in JSON, for clients that know the classic HTTP interface to a cache of mods. Times are
 * in UTC and look like {@code 2026-01-31 12:00:00}; ids of digits are numbers. Such clients expect
 * a library that was opened with {@link UpdatePolicy#DELETE_FIRST}.
 */
public final class ClassicView {
  /** Stands for every source. */
  public static final String ALL = "ALL";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ModLibrary library;

  /** Of that library, which stays the caller's to close. */
  public ClassicView(ModLibrary library) {
    this.library = library;
  }

  /** The answer to a wish; empty for an archive, which is sent as it is. */
  public static Optional<String> answer(Requested answer) {
    if (answer instanceof Requested.Ready) {
      return Optional.empty();
    }
    if (answer instanceof Requested.Queued queued) {
      return Optional.of(
          object(
              "message", text("request added to queue"),
              "error_id", "0",
              "unsuccessful_attempts", Boolean.toString(queued.unsuccessfulAttempts()),
              "updating", Boolean.toString(queued.updating())));
    }
    if (answer instanceof Requested.QueueFull) {
      return Optional.of(error(1, "the server is not ready to process requests"));
    }
    return Optional.of(
        answer instanceof Requested.AlreadyQueued
            ? error(3, "your request is already being processed")
            : error(2, "this mod was not found"));
  }

  /** What is here; empty for an archive, which is sent as it is. */
  public static Optional<String> answer(Local answer) {
    if (answer instanceof Local.Ready) {
      return Optional.empty();
    }
    if (answer instanceof Local.StillLoading) {
      return Optional.of(error(3, "this mod is still loading"));
    }
    return Optional.of(
        answer instanceof Local.Damaged
            ? error(2, "the mod is damaged")
            : error(1, "the mod is not on the server"));
  }

  /** The name under which an archive is sent. */
  public static String fileName(ArchiveLoan archive) {
    String safe = archive.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
    return (safe.isEmpty() ? archive.mod().id() : safe) + ".zip";
  }

  /**
   * A page of a game's mods.
   *
   * @param source or {@link #ALL}
   */
  public String listMods(int pageSize, int pageNumber, String gameId, String source) {
    if (isWrong(pageSize, pageNumber)) {
      return wrongPage();
    }
    ModQuery query =
        ModQuery.all()
            .games(List.of(gameId))
            .sources(source.equals(ALL) ? List.of() : List.of(source))
            .sorted(ModSort.ADDED, Direction.ASCENDING)
            .page(pageNumber, pageSize);
    return page(library.lists().mods(query), ClassicView::row);
  }

  /**
   * A page of games.
   *
   * @param source or {@link #ALL}
   */
  public String listGames(int pageSize, int pageNumber, String source) {
    if (isWrong(pageSize, pageNumber)) {
      return wrongPage();
    }
    GameQuery query =
        GameQuery.all()
            .sources(source.equals(ALL) ? List.of() : List.of(source))
            .sorted(GameSort.CREATION_DATE, Direction.ASCENDING)
            .page(pageNumber, pageSize);
    return page(library.lists().games(query), ClassicView::row);
  }

  /** How a mod stands. */
  public String infoMod(ModKey mod) {
    ModStatus status = library.status(mod);
    List<String> failures = status.notLoaded().stream().map(failure -> row(failure.row())).toList();
    return object(
        "condition", Integer.toString(status.condition().number()),
        "downloaded", status.downloaded().map(ClassicView::row).orElse("null"),
        "requested", status.requested().map(ClassicView::row).orElse("null"),
        "not_loaded", failures.isEmpty() ? "null" : array(failures));
  }

  /** A game. */
  public String infoGame(String source, String gameId) {
    return object(
        "results", library.lists().game(source, gameId).map(ClassicView::row).orElse("null"));
  }

  private static boolean isWrong(int pageSize, int pageNumber) {
    return pageSize < 1 || pageSize > Paging.LARGEST || pageNumber < 0;
  }

  private static String wrongPage() {
    return error(1, "incorrect page size");
  }

  private static String error(int id, String message) {
    return object("message", text(message), "error_id", Integer.toString(id));
  }

  private static <T> String page(Listed<T> page, Function<T, String> row) {
    return object(
        "database_size", Long.toString(page.total()),
        "offeset", Long.toString(page.offset()), // sic
        "results", array(page.results().stream().map(row).toList()));
  }

  private static String row(ModEntry mod) {
    return row(new ModRow(mod.mod(), mod.game(), mod.name(), mod.sizeBytes(), mod.dataEvent()));
  }

  private static String row(ModRow mod) {
    return array(
        List.of(
            id(mod.game()),
            id(mod.mod().id()),
            text(mod.name()),
            Long.toString(mod.sizeBytes()),
            time(mod.dataEvent()),
            text(mod.mod().source())));
  }

  private static String row(GameEntry game) {
    return array(
        List.of(id(game.id()), text(game.name()), time(game.added()), text(game.source())));
  }

  private static String time(Instant time) {
    return text(TIME.format(time));
  }
}
