package org.betor.mods.steam.internal.steamcmd;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Learns which games give nothing to those who do not log in. Nobody says so; the sign is that
 * every item fails, without a reason. Safe for use by several threads.
 */
final class Strangers {
  private static final int ENOUGH = 3;
  private static final int MOST_GAMES = 10_000;
  private static final Set<String> SIGNS = Set.of("failure", "no connection");

  private final Map<String, Set<String>> failedByGame = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  synchronized void succeeded(String game) {
    failedByGame.remove(game);
    if (open.size() < MOST_GAMES) {
      open.add(game);
    }
  }

  /** Whether a failure in these words is the one too many. */
  synchronized boolean areTurnedAway(String game, String item, String words) {
    boolean isSign = SIGNS.contains(words.strip().toLowerCase(Locale.ROOT));
    if (!isSign || open.contains(game) || failedByGame.size() >= MOST_GAMES) {
      return false;
    }
    Set<String> failed = failedByGame.computeIfAbsent(game, first -> new HashSet<>());
    if (failed.size() < ENOUGH) {
      failed.add(item);
    }
    return failed.size() >= ENOUGH;
  }
}
