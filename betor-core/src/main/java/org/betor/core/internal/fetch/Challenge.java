package org.betor.core.internal.fetch;

import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;

/**
 * A page that asks for proof of a human being. Asking again would not help, nor would keeping it.
 */
final class Challenge {
  private Challenge() {}

  /** The page itself knows the signs. */
  static boolean isIn(Page page) {
    try {
      page.orThrow();
      return false;
    } catch (SiteException e) {
      return e.reason() == SiteException.Reason.CHALLENGE;
    }
  }
}
