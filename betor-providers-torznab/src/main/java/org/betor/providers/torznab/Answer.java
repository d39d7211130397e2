package org.betor.providers.torznab;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;
import org.jsoup.nodes.Element;

/** Tells Torznab from errors, and from what stands in its place. */
final class Answer {
  private static final Set<String> ROOTS = Set.of("caps", "rss");

  private Answer() {}

  /**
   * What the endpoint answers. Errors come with status 200 too and are kept like any answer, though
   * they may have been mended since; so what does not pass is asked for once more.
   */
  static Page fetch(PageRequest request, Predicate<String> passes, Visit visit) {
    Page page = visit.fetch(request);
    return page.ok() && !passes.test(page.text())
        ? visit.fetch(request.maxAge(Duration.ZERO))
        : page;
  }

  /**
   * Lets a Torznab document pass.
   *
   * @throws SiteException if the endpoint, or something in its place, says that it will not answer
   */
  static void check(Page page, Endpoint endpoint, Visit visit) {
    Optional<Element> root = Xml.root(page.text());
    if (root.isPresent() && Xml.name(root.get()).equals("error")) {
      throw new ErrorDocument(page, root.get(), endpoint).exception(visit.now());
    }
    checkStatus(page, endpoint);
    String name = root.map(Xml::name).orElse("");
    if (!ROOTS.contains(name)) {
      throw noTorznab(page, name, endpoint);
    }
  }

  private static void checkStatus(Page page, Endpoint endpoint) {
    try {
      page.orThrow();
    } catch (SiteException failure) {
      throw page.status() == 401
          ? SiteException.refused(
              page.address(), "status 401; check the setting " + endpoint.setting("key"))
          : failure;
    }
  }

  private static SiteException noTorznab(Page page, String root, Endpoint endpoint) {
    String type = page.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    boolean html = root.equals("html") || type.startsWith("text/html");
    return SiteException.refused(
        page.address(),
        "%s came, which is not a Torznab answer; check the setting %s"
            .formatted(html ? "a web page" : "something else", endpoint.setting("url")));
  }
}
