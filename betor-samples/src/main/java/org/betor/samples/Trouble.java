package org.betor.samples;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What can go wrong at a site. */
public enum Trouble {
  /** Status 403 and a page that asks for proof of a human being. */
  CHALLENGE,
  /** Status 403 without more. */
  REFUSED,
  /** Status 404. */
  MISSING,
  /** Status 500. */
  SERVER_ERROR,
  /** Status 503 and {@code Retry-After: 1}. */
  BUSY,
  /** Status 429 and {@code Retry-After: 600}. */
  LIMITED,
  /** Status 429, and no word about when to come again. */
  CURTLY_LIMITED,
  /** Status 200 and {@code null}, where JSON is expected. */
  NULL,
  /** The connection ends in the middle of the page. */
  CUT_CONNECTION,
  /** The page ends in its middle, as if that were its end. */
  TRUNCATED,
  /** Bytes without sense, as HTML. */
  GARBAGE,
  /** A page of a site that has nothing to do with this one. */
  OTHER_LAYOUT,
  /** Status 301 to the same page below {@code /<site>-novo/}, where all is well. */
  MOVED;

  private static final int GARBAGE_BYTES = 20_000;

  private static final String CHALLENGE_PAGE =
      """
      <!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head>
      <body><h1>Checking that you are human</h1><div id="challenge-stage"></div></body></html>
      """;

  private static final String OTHER_PAGE =
      """
      <!doctype html><html><head><title>Padaria da Esquina</title></head>
      <body><header><h1>Padaria da Esquina</h1></header>
      <main><article><h2>Horário</h2><p>Aberta das 6 às 20 horas.</p>
      <a href="/contato">Contato</a></article></main></body></html>
      """;

  /** What comes instead of the answer; {@link #MOVED} and the cut are the server's to do. */
  Answer instead(Answer well) {
    return switch (this) {
      case CHALLENGE -> Answer.html(403, CHALLENGE_PAGE, "cf-mitigated", "challenge");
      case REFUSED -> Answer.html(403, "<h1>Forbidden</h1>");
      case MISSING -> Answer.html(404, "<h1>Not Found</h1>");
      case SERVER_ERROR -> Answer.html(500, "<h1>Internal Server Error</h1>");
      case BUSY -> Answer.html(503, "<h1>Service Unavailable</h1>", "Retry-After", "1");
      case LIMITED -> Answer.html(429, "<h1>Too Many Requests</h1>", "Retry-After", "600");
      case CURTLY_LIMITED -> Answer.html(429, "<h1>Too Many Requests</h1>");
      case NULL -> Answer.json("null");
      case TRUNCATED -> well.withBody(well.body().substring(0, well.body().length() / 2));
      case GARBAGE -> well.withBytes(garbage());
      case OTHER_LAYOUT -> Answer.html(200, OTHER_PAGE);
      case CUT_CONNECTION, MOVED -> well;
    };
  }

  private static String garbage() {
    byte[] bytes = new byte[GARBAGE_BYTES];
    new Random(GARBAGE_BYTES).nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
