package org.betor.samples;

/** What can go wrong at a Torznab endpoint. */
public enum TorznabTrouble {
  /** Asks for patience: status 429, an error document, and {@code Retry-After: 600}. */
  BUSY,
  /** A limit is reached: status 200, and error 500 with Newznab's words. */
  LIMIT_REACHED,
  /** The indexer is switched off or not set up, in the software's own way. */
  DISABLED,
  /** The indexer failed, in the software's own way. */
  FAILING,
  /** Status 403 and a page that asks for proof of a human being. */
  CHALLENGE,
  /** Status 200 and a web page where one could log in. */
  LOGIN_PAGE,
  /** Status 502 and a page of the proxy before it. */
  BAD_GATEWAY,
  /** The document ends in its middle, as if that were its end. */
  TRUNCATED,
  /** Bytes without sense, as XML. */
  GARBAGE,
  /** No answer until the endpoint is closed. */
  HANGING
}
