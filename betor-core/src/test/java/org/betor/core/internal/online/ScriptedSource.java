package org.betor.core.internal.online;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Host;
import org.betor.api.spi.Setting;
import org.betor.api.spi.TitleQuestion;
import org.betor.api.spi.TitleSource;

/** Answers every question for candidates as it is told, and counts them. */
final class ScriptedSource implements TitleSource {
  final AtomicInteger asked = new AtomicInteger();
  volatile Supplier<List<Title>> answer;

  ScriptedSource(Supplier<List<Title>> answer) {
    this.answer = answer;
  }

  @Override
  public String id() {
    return "scripted";
  }

  @Override
  public List<Setting> settings() {
    return List.of(new Setting("key", "", true, "a key"));
  }

  @Override
  public Optional<Title> find(TitleId id, Host host) {
    return Optional.empty();
  }

  @Override
  public List<Title> candidates(TitleQuestion question, Host host) {
    asked.incrementAndGet();
    return answer.get();
  }
}
