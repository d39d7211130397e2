package org.betor.mods;

import java.util.List;
import java.util.Optional;

/**
 * How a mod stands.
 *
 * @param downloaded what is here
 * @param requested what is on its way
 * @param notLoaded what failed since it was last fetched, the oldest first; at most 20
 */
public record ModStatus(
    Optional<ModRow> downloaded, Optional<ModRow> requested, List<ModFailure> notLoaded) {

  /** Copies. */
  public ModStatus {
    notLoaded = List.copyOf(notLoaded);
  }

  /** All that in one word. */
  public Condition condition() {
    if (downloaded.isPresent()) {
      return Condition.HERE;
    }
    if (requested.isPresent()) {
      return notLoaded.isEmpty() ? Condition.LOADING : Condition.LOADING_AGAIN;
    }
    return notLoaded.isEmpty() ? Condition.UNKNOWN : Condition.FAILED;
  }

  /** How a mod may stand. */
  public enum Condition {
    /** Nobody wished for it. */
    UNKNOWN(-1),
    /** It is here. */
    HERE(0),
    /** It is on its way, after an attempt that failed. */
    LOADING_AGAIN(1),
    /** It is on its way. */
    LOADING(2),
    /** It could not be had. */
    FAILED(3);

    private final int number;

    Condition(int number) {
      this.number = number;
    }

    /** What stands for it in the {@link ClassicView}: -1 to 3. */
    public int number() {
      return number;
    }
  }
}
