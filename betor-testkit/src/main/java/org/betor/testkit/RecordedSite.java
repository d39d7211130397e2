package org.betor.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.spi.Page;

/**
 * A site that consists of recorded pages; every other address answers with status 404. Immutable:
 * each method gives another site.
 */
public final class RecordedSite {
  private static final URI NOWHERE = URI.create("https://site.example/");

  private final Class<?> anchor;
  private final URI home;
  private final Map<URI, Page> pages;
  private final Damage damage;

  private RecordedSite(Class<?> anchor, URI home, Map<URI, Page> pages, Damage damage) {
    this.anchor = anchor;
    this.home = home;
    this.pages = pages;
    this.damage = damage;
  }

  /** A site without pages. Resources are looked up with that class, usually the test's own. */
  public static RecordedSite of(Class<?> anchor) {
    return new RecordedSite(anchor, NOWHERE, Map.of(), Damage.NONE);
  }

  /**
   * This site with another home; unless set, the root of the first page that was recorded.
   *
   * @param address with a slash at its end
   */
  public RecordedSite home(String address) {
    if (!address.endsWith("/")) {
      throw new IllegalArgumentException("a home ends in a slash, got " + address);
    }
    return new RecordedSite(anchor, URI.create(address), pages, damage);
  }

  /**
   * This site with a page of HTML from a resource, such as {@code /recorded-pages/post.html}.
   *
   * @throws IllegalArgumentException if there is no such resource
   */
  public RecordedSite page(String address, String resource) {
    Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/html"));
    return page(address, Page.of(URI.create(address), 200, headers, read(resource)));
  }

  /** This site with a page of HTML that stands in the test itself. */
  public RecordedSite html(String address, String html) {
    return page(address, Page.html(URI.create(address), html));
  }

  /** This site with a page, whatever its status; its own address is where redirects led. */
  public RecordedSite page(String address, Page page) {
    URI key = withoutFragment(URI.create(address));
    Map<URI, Page> more = new LinkedHashMap<>(pages);
    more.put(key, page);
    URI root = pages.isEmpty() && home.equals(NOWHERE) ? key.resolve("/") : home;
    return new RecordedSite(anchor, root, more, damage);
  }

  /** A new visit to this site. */
  public RecordedVisit visit() {
    return new RecordedVisit(this);
  }

  URI home() {
    return home;
  }

  RecordedSite damaged(Damage damage) {
    return new RecordedSite(anchor, home, pages, damage);
  }

  Page answer(URI address, int fetch) {
    Page missing = Page.of(address, 404, Map.of(), new byte[0]);
    return damage.of(pages.getOrDefault(withoutFragment(address), missing), fetch);
  }

  private byte[] read(String resource) {
    try (InputStream in = anchor.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no resource \"%s\" for %s; is it in src/test/resources?"
                .formatted(resource, anchor.getName()));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fragment is never sent. */
  private static URI withoutFragment(URI address) {
    String text = address.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? address : URI.create(text.substring(0, hash));
  }

  /** What becomes of a page on its way. */
  @FunctionalInterface
  interface Damage {
    Damage NONE = (page, fetch) -> page;

    /**
     * The page that arrives.
     *
     * @param fetch counts the fetches of a visit, from 1
     */
    Page of(Page page, int fetch);
  }
}
