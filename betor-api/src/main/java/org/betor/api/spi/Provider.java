package org.betor.api.spi;

import java.util.List;
import org.betor.api.model.Post;

/**
 * One site, seen through its search.
 *
 * <p>Found by {@link java.util.ServiceLoader}, so it needs a public no-argument constructor. Safe
 * for use by several threads, and starts none. Does no I/O of its own: pages come from the {@link
 * Visit}, which carries the host's time, rate and size limits.
 */
public interface Provider {

  /** Who this is: a constant, known without I/O. */
  ProviderInfo info();

  /**
   * Hands every post that answers the query to {@link Visit#found}, in the site's own order.
   * Blocks; the host decides on which thread. A site that has nothing is shown to have nothing with
   * {@link Visit#provedEmpty}.
   *
   * @throws SiteException if the site could not be read, with the reason and the page's address
   */
  void search(Query query, Visit visit);

  /** A provider that can also list what is new. */
  interface Browsable extends Provider {

    /**
     * Hands over the posts of one page of the site's newest, the newest first. A page past the last
     * one is shown to be empty.
     *
     * @param page from 1
     * @throws SiteException if the site could not be read
     */
    void latest(int page, Visit visit);
  }

  /** A provider that can read a page again which was stored earlier, without network. */
  interface Rereads extends Provider {

    /**
     * Reads the page of one post. A pure function of the page.
     *
     * @throws SiteException if this is no post, or not in the shape that this provider knows
     */
    Post read(Page page);
  }

  /** One class that makes many providers, such as one for each configured endpoint. A service. */
  interface Factory {

    /** Names the settings that are handed over, and the factory in messages. */
    String id();

    /**
     * The providers that the settings ask for; none if they ask for none.
     *
     * @throws IllegalArgumentException if a setting makes no sense; the message names it
     */
    List<Provider> create(Settings settings);
  }
}
