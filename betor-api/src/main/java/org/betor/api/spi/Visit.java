package org.betor.api.spi;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.betor.api.model.Post;

/**
 * The host's side of one call to a provider: it fetches pages and takes what was found. Safe for
 * use by several threads. After the deadline, a cancel or too many posts, every method throws
 * {@link VisitEnded}; a provider lets that pass.
 */
public interface Visit {

  /** The address of the site that is in force, with a slash at its end. */
  URI home();

  /**
   * What the server answers, whatever its status; see {@link Page#orThrow}. Waits for the site's
   * turn, retries what may be retried, and may answer from a kept copy.
   *
   * @throws SiteException if there was no answer that may be read
   */
  Page fetch(PageRequest request);

  /**
   * Does a step for each item, several at once within the host's limits, and returns when all are
   * done. A step that throws a {@link RuntimeException} is noted with its item; the others go on.
   */
  <T> void each(Collection<T> items, Consumer<T> step);

  /** Takes a post, which is kept and shown at once. */
  void found(Post post);

  /**
   * Takes note that the site has nothing, which {@code where} proves. A provider that finds nothing
   * and proves nothing is reported as such.
   */
  void provedEmpty(Page where);

  /** Whether a post is worth reading: false if it has not changed, or enough have been found. */
  boolean wants(URI post);

  /** Takes note of something that went wrong and did not end the visit. */
  void note(Problem problem);

  /** The provider's own settings. */
  Settings settings();

  /** The time. */
  Instant now();
}
