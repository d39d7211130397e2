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
 * What a service in the network says. One that is switched off has nothing to say for now, until it
 * is opened again with another key.
 *
 * @param source the service
 */
record Online(GuardedSource source) implements Knowledge {

  @Override
  public Optional<List<Title>> candidates(TitleQuestion question) {
    return source.findsByName() ? told(source.candidates(question)) : Optional.of(List.of());
  }

  @Override
  public Optional<List<Title>> find(TitleId id) {
    return told(source.find(id));
  }

  @Override
  public boolean mayAddTo(Title known) {
    return source.mayAddTo(known);
  }

  private Optional<List<Title>> told(Answer answer) {
    return answer instanceof Answer.Told || source.isOff()
        ? Optional.of(answer.titles())
        : Optional.empty();
  }
}
