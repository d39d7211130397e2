package org.betor.api.spi;

import java.net.URI;
import org.betor.api.model.Redacted;

/**
 * Something that went wrong and cost only a part of the answer.
 *
 * @param where the page or link
 * @param message what happened and what to do, for people; names {@code where}
 */
public record Problem(URI where, String message) {

  /** Hides the secrets of addresses. */
  public Problem {
    where = Redacted.address(where);
    message = Redacted.text(message);
  }

  /** The problem that an exception tells of. */
  public static Problem of(SiteException cause) {
    return new Problem(cause.page(), String.valueOf(cause.getMessage()));
  }
}
