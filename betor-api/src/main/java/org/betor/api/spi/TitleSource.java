package org.betor.api.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.betor.api.Experimental;
import org.betor.api.model.MediaType;
import org.betor.api.model.TitleId;

/**
 * Knows films and series, and nothing of releases. The library compares and decides. Found by
 * {@link java.util.ServiceLoader}; safe for use by several threads.
 */
@Experimental
public interface TitleSource {

  /** Unique and stable, such as {@code tmdb}. */
  String id();

  /** The work of that id, if this source knows it. */
  Optional<Candidate> find(TitleId id, Host host);

  /** Works that may be the one in question, the likeliest first; at most 50. */
  List<Candidate> candidates(Question question, Host host);

  /**
   * What is known of a work.
   *
   * @param titles its titles, the original one first; at least one
   * @param year its year of release
   * @param mediaType film or series
   */
  record Question(List<String> titles, OptionalInt year, MediaType mediaType) {
    /** Copies. */
    public Question {
      titles = List.copyOf(titles);
    }
  }

  /**
   * A work that a source knows.
   *
   * @param ids its ids; at least one
   * @param titles its titles, the original one first; at least one
   * @param year its year of release
   * @param mediaType film or series
   */
  record Candidate(List<TitleId> ids, List<String> titles, OptionalInt year, MediaType mediaType) {
    /** Copies. */
    public Candidate {
      ids = List.copyOf(ids);
      titles = List.copyOf(titles);
    }
  }
}
