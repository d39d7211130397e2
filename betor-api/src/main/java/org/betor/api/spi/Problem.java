package org.betor.api.spi;

import java.net.URI;

/**
 * Something that went wrong and cost only a part of the answer.
 *
 * @param where the page or link
 * @param message what happened and what to do, for people; names {@code where}
 */
public record Problem(URI where, String message) {

  /** The problem that an exception tells of. */
  public static Problem of(SiteException cause) {
    return new Problem(cause.page(), String.valueOf(cause.getMessage()));
  }
}
