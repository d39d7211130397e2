package org.betor.accounts;

import java.util.List;
import java.util.UUID;
import org.betor.api.model.TitleId;

/**
 * Titles that somebody put in an order.
 *
 * @param titles each once
 */
public record Playlist(UUID id, String name, List<TitleId> titles) {
  /** Copies the titles. */
  public Playlist {
    titles = List.copyOf(titles);
  }
}
