package org.betor.mods.steam.internal.steamcmd;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.betor.api.mod.ModException.Reason;

/** What SteamCMD's words for a failure mean to us. */
final class Words {
  private static final Map<String, Reason> REASONS =
      Map.ofEntries(
          entry("failure", Reason.FAILED),
          entry("no connection", Reason.UNREACHABLE),
          entry("busy", Reason.UNREACHABLE),
          entry("service unavailable", Reason.UNREACHABLE),
          entry("pending", Reason.UNREACHABLE),
          entry("try another cm", Reason.UNREACHABLE),
          entry("timeout", Reason.TIMED_OUT),
          entry("limit exceeded", Reason.LIMITED),
          entry("rate limit exceeded", Reason.LIMITED),
          entry("account login denied throttle", Reason.LIMITED),
          entry("file not found", Reason.ABSENT),
          entry("no match", Reason.ABSENT),
          entry("item deleted", Reason.ABSENT),
          entry("invalid parameter", Reason.ABSENT),
          entry("access denied", Reason.DENIED),
          entry("banned", Reason.DENIED),
          entry("not logged on", Reason.UNAUTHORISED),
          entry("invalid password", Reason.UNAUTHORISED),
          entry("account logon denied", Reason.UNAUTHORISED),
          entry("invalid login auth code", Reason.UNAUTHORISED),
          entry("two-factor code mismatch", Reason.UNAUTHORISED),
          entry("disk write failure", Reason.FILES),
          entry("not enough space", Reason.FILES),
          entry("disk full", Reason.FILES),
          entry("data corruption", Reason.DAMAGED),
          entry("missing update files", Reason.DAMAGED),
          entry("corrupt update files", Reason.DAMAGED));

  private Words() {}

  /** A failure without more, for words that nobody knows. */
  static Reason reason(String words) {
    return REASONS.getOrDefault(words.strip().toLowerCase(Locale.ROOT), Reason.FAILED);
  }

  /** A login that timed out has nothing to go on with. */
  static Reason loginReason(String words) {
    Reason reason = reason(words);
    return reason == Reason.TIMED_OUT ? Reason.UNREACHABLE : reason;
  }
}
