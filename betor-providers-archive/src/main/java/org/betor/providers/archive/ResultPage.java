package org.betor.providers.archive;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;

/**
 * What the archive answers to a search: {@code {"response": {"numFound": 2, "start": 0, "docs":
 * [{"identifier": "Sintel"}, …]}}}.
 *
 * @param total how many items there are on all pages
 * @param identifiers as they came: not checked
 */
record ResultPage(Page page, Search search, long total, List<String> identifiers) {
  private static final Pattern COUNT = Pattern.compile("\\d{1,12}");
  private static final Pattern TOO_DEEP = Pattern.compile("DEEP_PAGING|RANGE_OUT_OF_BOUNDS");

  /**
   * Asks.
   *
   * @throws SiteException if there is no answer that may be read
   */
  static ResultPage fetch(Search search, Visit visit) {
    PageRequest request = PageRequest.get(search.in(visit.home()));
    return SecondTry.read(request, page -> read(page, search), visit);
  }

  boolean isLast() {
    return identifiers.isEmpty() || total <= (long) search.number() * Search.ROWS;
  }

  private static ResultPage read(Page page, Search search) {
    Fields answer = Json.read(page);
    answer
        .text("error")
        .ifPresent(
            why -> {
              throw failure(page.address(), why);
            });
    Fields response = answer.object("response");
    long total =
        response
            .text("numFound")
            .filter(number -> COUNT.matcher(number).matches())
            .map(Long::parseLong)
            .orElseThrow(() -> SiteException.layoutChanged(page.address(), "response.numFound"));
    return new ResultPage(page, search, total, identifiers(response));
  }

  private static List<String> identifiers(Fields response) {
    return response.objects("docs").stream()
        .flatMap(item -> item.text("identifier").stream())
        .distinct()
        .limit(Search.ROWS)
        .toList();
  }

  private static SiteException failure(URI address, String why) {
    return TOO_DEEP.matcher(why).find()
        ? SiteException.refused(address, why)
        : SiteException.unavailable(address, why);
  }
}
