package org.betor.core;

import static java.util.function.Predicate.not;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.betor.api.spi.TitleSource;
import org.betor.core.internal.online.GuardedSource;
import org.betor.core.internal.title.Knowledge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources of titles that are set up, in the order in which they are asked. */
final class TitleServices {
  private final List<GuardedSource> sources;

  private TitleServices(List<GuardedSource> sources) {
    this.sources = sources;
  }

  /** Of sources with the same id the first; one that is broken costs only itself. */
  static TitleServices of(Stream<TitleSource> sources, LocalHost host) {
    Map<String, GuardedSource> guarded = new LinkedHashMap<>();
    sources.forEach(
        source -> {
          try {
            if (source.isReady(host.settings().of(source.id()))) {
              guarded.putIfAbsent(source.id(), GuardedSource.of(source, host, host::fetcher));
            }
          } catch (RuntimeException | LinkageError broken) {
            Logger log = LoggerFactory.getLogger(Titles.class); // loads slowly, seldom needed
            log.warn("{} is not asked for titles", source.getClass().getName(), broken);
          }
        });
    return new TitleServices(List.copyOf(guarded.values()));
  }

  Stream<Knowledge> knowledge() {
    return sources.stream().map(Online::new);
  }

  /** The ids of those that are asked, now or after a rest. */
  List<String> ids() {
    return sources.stream().filter(not(GuardedSource::isOff)).map(GuardedSource::id).toList();
  }

  /** What has to be shown where their data is; empty for some. */
  Stream<String> notices() {
    return sources.stream().map(GuardedSource::notice);
  }

  /** Why some are not asked now, for people, by their ids. */
  Map<String, String> resting() {
    Map<String, String> resting = new LinkedHashMap<>();
    sources.forEach(
        source -> source.whyNotNow().ifPresent(reason -> resting.put(source.id(), reason)));
    return resting;
  }
}
