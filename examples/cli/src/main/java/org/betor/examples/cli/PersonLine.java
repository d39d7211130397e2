package org.betor.examples.cli;

import java.time.Instant;
import org.betor.accounts.Ban;
import org.betor.accounts.User;

/** Somebody in a line. */
final class PersonLine {
  private PersonLine() {}

  static String of(User user) {
    return "%s  %s  %s  %s".formatted(user.name(), user.role(), state(user), user.email());
  }

  private static String state(User user) {
    if (user.isBannedAt(Instant.now())) {
      return user.ban().map(PersonLine::words).orElseThrow();
    }
    return user.active() ? "active" : "not active";
  }

  private static String words(Ban ban) {
    String end = ban.until().map(until -> "until " + until).orElse("for good");
    return "banned %s%s".formatted(end, ban.reason().isEmpty() ? "" : " (" + ban.reason() + ")");
  }
}
