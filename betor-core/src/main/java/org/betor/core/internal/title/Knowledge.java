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

  /** The work of that id; empty if it is not known, or cannot be asked now. */
  Optional<Title> find(TitleId id);
}
