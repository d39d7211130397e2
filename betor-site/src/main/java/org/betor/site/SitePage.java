package org.betor.site;

import static java.util.stream.Collectors.groupingBy;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page of HTML that came with success, parsed. Not safe for use by several threads. */
public final class SitePage {
  /** Such as {@code h1.entry-title}; most selectors of a site are that simple. */
  private static final Pattern TAG_AND_CLASS = Pattern.compile("([a-z][a-z0-9]*)(?:\\.([\\w-]+))?");

  private final Page page;
  private final Document document;
  private @Nullable Map<String, List<Element>> byTag;

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
    return selectors.stream().flatMap(this::all).findFirst();
  }

  /** The text of the first element that matches one of the selectors and has any. */
  Optional<String> text(List<String> selectors) {
    return selectors.stream()
        .flatMap(this::all)
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

  /** All elements of a kind, in the page's order. */
  List<Element> tagged(String name) {
    if (byTag == null) {
      byTag = document.stream().collect(groupingBy(Element::normalName));
    }
    return byTag.getOrDefault(name, List.of());
  }

  /** All elements that match. One walk answers all simple selectors: pages have thousands. */
  private Stream<Element> all(String selector) {
    Matcher simple = TAG_AND_CLASS.matcher(selector);
    if (!simple.matches()) {
      return document.selectStream(selector);
    }
    String name = simple.group(2);
    return tagged(simple.group(1)).stream()
        .filter(element -> name == null || element.hasClass(name));
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
