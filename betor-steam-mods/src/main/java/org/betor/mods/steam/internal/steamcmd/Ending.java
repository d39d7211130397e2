package org.betor.mods.steam.internal.steamcmd;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;

/**
 * How a run ended.
 *
 * @param exit its code, which counts only where nothing was said
 */
record Ending(int exit, Transcript transcript) {
  private static final Set<Reason> NOT_ITS_FAULT = EnumSet.of(Reason.UNREACHABLE, Reason.LIMITED);
  private static final Duration REST_AFTER_TOO_MANY = Duration.ofMinutes(30);
  private static final int UPDATED = 7;
  private static final int RESTART = 42;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  /** Whether it only renewed itself, and wants to be started again. */
  boolean wantsRestart() {
    return exit == UPDATED || exit == RESTART;
  }

  /**
   * Throws if there is no SteamCMD that could run.
   *
   * @throws ModException with the reason {@link Reason#NOT_INSTALLED}
   */
  void checkInstalled() {
    if (exit == NOT_EXECUTABLE || exit == NOT_FOUND) {
      throw new ModException(
          Reason.NOT_INSTALLED,
          "SteamCMD does not run (exit code %d); does the system have the 32-bit libraries? %s"
              .formatted(exit, transcript.end()));
    }
  }

  /**
   * Why an item did not come.
   *
   * @param isBegun whether a part of it is here
   */
  ModException failure(ModDetails mod, boolean isBegun) {
    Optional<String> words = transcript.failure(mod.key().id());
    if (words.isPresent()) {
      return failure(mod, Words.reason(words.get()), words.get(), isBegun);
    }
    return transcript
        .loginFailure()
        .map(why -> failure(mod, Words.loginReason(why), "login: " + why, isBegun))
        .orElseGet(() -> failure(mod, silentReason(), silence(), isBegun));
  }

  private static ModException failure(
      ModDetails mod, Reason reason, String words, boolean isBegun) {
    Optional<Duration> rest =
        reason == Reason.LIMITED ? Optional.of(REST_AFTER_TOO_MANY) : Optional.empty();
    String message = "SteamCMD does not bring %s (%s)%s".formatted(mod, words, advice(reason));
    boolean keeps = isBegun && NOT_ITS_FAULT.contains(reason);
    return new ModException(keeps ? Reason.TIMED_OUT : reason, message, rest, null);
  }

  private static String advice(Reason reason) {
    return switch (reason) {
      case TIMED_OUT -> "; try again, it goes on from there";
      case LIMITED -> "; each try within half an hour makes it last longer";
      case UNAUTHORISED -> "; only what is given to anonymous visitors can be had";
      default -> reason.isPassing() ? "; try later" : "";
    };
  }

  private String silence() {
    return "it ended with code %d and not a word about it: %s".formatted(exit, transcript.end());
  }

  private Reason silentReason() {
    return switch (exit) {
      case 3 -> Reason.UNREACHABLE;
      case 5, 63 -> Reason.UNAUTHORISED;
      case 10 -> Reason.TIMED_OUT;
      default -> Reason.FAILED;
    };
  }
}
