package org.betor.core.internal.online;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.Title;
import org.betor.api.spi.Host;
import org.betor.api.spi.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers of one source, on disk: titles for 30 days, and for one day that there are none, as
 * those may be added. Without a store that works, nothing is kept, and nothing fails.
 */
final class KeptAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);
  static final Store.Bound TITLES = new Store.Bound(32 << 20, Duration.ofDays(30));
  private static final Store.Bound NONE = new Store.Bound(1 << 20, Duration.ofDays(1));

  /** Fifty films with the names of all countries have about 200 KiB. */
  private static final int MOST_BYTES = 1 << 20;

  private final Store titles;
  private final Store none;

  KeptAnswers(String source, Host host) {
    this.titles = host.store("titles." + source, TITLES);
    this.none = host.store("titles." + source + ".none", NONE);
  }

  Optional<List<Title>> find(String question) {
    return find(titles, question).or(() -> find(none, question));
  }

  void put(String question, List<Title> answer) {
    byte[] bytes = TitlesJson.of(answer);
    if (bytes.length > MOST_BYTES) {
      return;
    }
    try {
      (answer.isEmpty() ? none : titles).put(question, bytes);
    } catch (IllegalStateException unusable) {
      LOG.warn("an answer is not kept: {}", unusable.getMessage());
    }
  }

  private static Optional<List<Title>> find(Store store, String question) {
    try {
      return store.get(question).flatMap(TitlesJson::read);
    } catch (IllegalStateException damaged) {
      LOG.debug("a kept answer cannot be read: {}", damaged.getMessage());
      return Optional.empty();
    }
  }
}
