package org.betor.samples;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** The numbers of a listing's pages, as the plugin WP-PageNavi shows them. */
record PageNumbers(String home, String words, int page, int pages) {

  /** Empty where there is but one page. */
  String html() {
    if (pages == 1) {
      return "";
    }
    String next =
        page == pages
            ? ""
            : "<a class=\"nextpostslink\" rel=\"next\" href=\"%s\">»</a>"
                .formatted(address(page + 1));
    return """
        <div class="wp-pagenavi"><span class="pages">Página %d de %d</span>
        %s%s</div>
        """
        .formatted(page, pages, numbers(), next);
  }

  private String numbers() {
    return IntStream.rangeClosed(Math.max(1, page - 2), Math.min(pages, page + 2))
        .mapToObj(
            n ->
                n == page
                    ? "<span class=\"current\">%d</span>\n".formatted(n)
                    : "<a class=\"page larger\" title=\"Página %d\" href=\"%s\">%d</a>\n"
                        .formatted(n, address(n), n))
        .collect(joining());
  }

  private String address(int page) {
    String path = page == 1 ? home : home + "page/" + page + "/";
    return words.isEmpty() ? path : path + "?s=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
