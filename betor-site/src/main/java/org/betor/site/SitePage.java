package org.betor.site;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of HTML that came with success, parsed. Not safe for use by several threads. */
public final class SitePage {
  private final Page page;
  private final Document document;

  private SitePage(Page page, Document document) {
    this.page = page;
    this.document = document;
  }

  /**
   * Parses a page.
   *
   * @throws SiteException if it came without success, or asks for proof of a human being
   */
  public static SitePage of(Page page) {
    Page read = page.orThrow();
    return new SitePage(read, Jsoup.parse(read.text(), read.address().toString()));
  }

  /** The page as it came. */
  public Page page() {
    return page;
  }

  /** Where it came from, after redirects. */
  public URI address() {
    return page.address();
  }

  /** The parsed page. */
  public Document document() {
    return document;
  }

  /** The first element that matches the first selector that matches anything. */
  public Optional<Element> first(List<String> selectors) {
    return selectors.stream()
        .flatMap(selector -> Optional.ofNullable(document.selectFirst(selector)).stream())
        .findFirst();
  }

  /** The text of the first element that matches one of the selectors and has any. */
  Optional<String> text(List<String> selectors) {
    return selectors.stream()
        .flatMap(document::selectStream)
        .filter(Element::hasText)
        .map(Element::text)
        .findFirst();
  }

  /** Whether anything matches one of the selectors. */
  public boolean has(List<String> selectors) {
    return first(selectors).isPresent();
  }

  /** The absolute addresses of links, each once, in the page's order, without fragments. */
  public Set<URI> links(String selector) {
    Set<URI> links = new LinkedHashSet<>();
    for (Element link : document.select(selector)) {
      absolute(link).ifPresent(links::add);
    }
    return links;
  }

  private static Optional<URI> absolute(Element link) {
    String address = link.attr("href");
    int fragment = address.indexOf('#');
    try {
      URI base = URI.create(link.baseUri());
      URI uri = Href.resolve(base, fragment < 0 ? address : address.substring(0, fragment));
      return Optional.of(uri).filter(Href::isWeb);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
