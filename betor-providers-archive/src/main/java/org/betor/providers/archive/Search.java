package org.betor.providers.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;

/**
 * One page of a search.
 *
 * @param sort a field and {@code asc} or {@code desc}; empty for the archive's order of relevance
 * @param number from 1; the archive answers up to its 10,000th result
 */
record Search(String expression, String sort, int number) {
  static final int ROWS = 25;

  URI in(URI home) {
    String order = sort.isEmpty() ? "" : "&sort%5B%5D=" + encoded(sort);
    return home.resolve(
        "advancedsearch.php?q=%s&fl%%5B%%5D=identifier%s&rows=%d&page=%d&output=json"
            .formatted(encoded(expression), order, ROWS, number));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
