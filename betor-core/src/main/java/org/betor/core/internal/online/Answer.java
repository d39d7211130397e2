package org.betor.core.internal.online;

import java.util.List;
import org.betor.api.model.Title;

/**
 * What became of a question to one source of titles. A source that cannot be asked is no failure.
 */
public sealed interface Answer {

  /** What the source knows; nothing if it told nothing. */
  List<Title> titles();

  /**
   * The source answered, now or some days ago.
   *
   * @param titles what it knows, at most 50; none if it knows nothing
   */
  record Told(List<Title> titles) implements Answer {
    /** Copies. */
    public Told {
      titles = List.copyOf(titles);
    }
  }

  /**
   * The source was not asked, or failed; what it knows is as open as before.
   *
   * @param why for people, without secrets
   */
  record Untold(String why) implements Answer {
    @Override
    public List<Title> titles() {
      return List.of();
    }
  }
}
