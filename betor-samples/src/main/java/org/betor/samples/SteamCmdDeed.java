package org.betor.samples;

/**
 * What {@link FakeSteamCmd} does, in one of its runs, with an item, at its login or at its start.
 */
public enum SteamCmdDeed {
  /** All goes well. */
  OK(""),
  /** Says {@code Failure}, as it does of games whose owners only may have their mods. */
  FAILURE("Failure"),
  /** Says {@code No Connection}. */
  NO_CONNECTION("No Connection"),
  /** Says {@code Access Denied}. */
  ACCESS_DENIED("Access Denied"),
  /** Says {@code File Not Found}. */
  FILE_NOT_FOUND("File Not Found"),
  /** Says {@code No match}, as it does of an item of another game. */
  NO_MATCH("No match"),
  /** Says {@code I/O Operation Failed}. */
  IO_FAILED("I/O Operation Failed"),
  /** Says {@code Locking Failed}. */
  LOCKED("Locking Failed"),
  /** Says a word that nobody has heard. */
  STRANGE("Gremlins \u2019twas"),
  /** Gives up half-way, in a line without end, with exit code 10; what is here stays. */
  TIMEOUT(""),
  /** Says that it succeeded, with nothing in the folder. */
  EMPTY(""),
  /** Says nothing of the item, and ends with exit code 0. */
  SILENT(""),
  /** Aborts, with exit code 134. */
  ABORT(""),
  /** Breaks, with exit code 139. */
  CRASH(""),
  /** Says nothing and never ends. */
  HANG(""),
  /** Starts another process, and waits for it for ever. */
  HANG_WITH_CHILD(""),
  /** Goes well, between lines of every kind that others have seen. */
  NOISE(""),
  /** Goes well, after several megabytes without a line's end. */
  FLOOD(""),
  /** Goes well, after a line in which another item fails. */
  OTHER_FAILS(""),
  /** Says that it succeeded, at a place that is not its own. */
  ELSEWHERE(""),
  /** Goes well; among the files is a symbolic link that leads away. */
  LINK(""),
  /** At the login: too many, with exit code 5. */
  LOGIN_LIMITED(""),
  /** At the login: there is no network, with exit code 3. */
  LOGIN_OFFLINE(""),
  /** At the login: fails, and goes on as if nothing were. */
  LOGIN_FAILS(""),
  /** At the login: asks for a password and waits for it. */
  PROMPT(""),
  /** At the start: wants to renew itself and has no network. */
  OFFLINE(""),
  /** At the start: renews itself and ends with exit code 42, to be started again. */
  UPDATE_42(""),
  /** At the start: renews itself and ends with exit code 7, to be started again. */
  UPDATE_7("");

  private final String says;

  SteamCmdDeed(String says) {
    this.says = says;
  }

  /** The reason that it gives; empty if it does something else than to fail. */
  String says() {
    return says;
  }
}
