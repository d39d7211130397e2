package org.betor.core.internal.title;

import java.util.List;
import java.util.Optional;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;

/** Knows films and series, and may be out of reach. Throws nothing. Safe for several threads. */
public interface Knowledge {

  /** Works that may be the one in question; empty if that cannot be asked now. */
  Optional<List<Title>> candidates(TitleQuestion question);

  /** The work of that id, or none; empty if that cannot be asked now. */
  Optional<List<Title>> find(TitleId id);

  /** Whether it may tell an id that the work does not have yet. */
  boolean mayAddTo(Title known);
}
