package org.betor.core;

import java.util.List;
import java.util.Optional;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.internal.online.Answer;
import org.betor.core.internal.online.GuardedSource;
import org.betor.core.internal.title.Knowledge;

/**
 * What a service in the network says.
 *
 * @param source the service
 */
record Online(GuardedSource source) implements Knowledge {

  /** A source that is switched off has nothing to say, now or later. */
  @Override
  public Optional<List<Title>> candidates(TitleQuestion question) {
    Answer answer = source.candidates(question);
    return answer instanceof Answer.Told || source.isOff()
        ? Optional.of(answer.titles())
        : Optional.empty();
  }

  @Override
  public Optional<Title> find(TitleId id) {
    return source.find(id).titles().stream().findFirst();
  }
}
