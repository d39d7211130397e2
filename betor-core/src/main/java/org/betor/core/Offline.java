package org.betor.core;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.internal.imdb.ImdbIndex;
import org.betor.core.internal.title.Knowledge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the imported files say.
 *
 * @param index where they are
 */
record Offline(ImdbIndex index) implements Knowledge {
  private static final int CANDIDATES = 30;

  @Override
  public Optional<List<Title>> candidates(TitleQuestion question) {
    try {
      return Optional.of(index.candidates(question, CANDIDATES));
    } catch (UncheckedIOException unreadable) {
      warn(unreadable);
      return Optional.empty();
    }
  }

  @Override
  public Optional<List<Title>> find(TitleId id) {
    try {
      return Optional.of(index.find(id).stream().toList());
    } catch (UncheckedIOException unreadable) {
      warn(unreadable);
      return Optional.empty();
    }
  }

  @Override
  public boolean mayAddTo(Title known) {
    return false;
  }

  private static void warn(UncheckedIOException unreadable) {
    Logger log = LoggerFactory.getLogger(Titles.class); // loads slowly, and is seldom needed
    log.warn("the imported titles cannot be read", unreadable);
  }
}
