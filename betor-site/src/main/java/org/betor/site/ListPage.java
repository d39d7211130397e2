package org.betor.site;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A page that should be a list of posts: tells what it really is. */
final class ListPage {
  private static final Pattern NOTHING_FOUND =
      Pattern.compile(
          "nada (?:foi )?encontrado|nenhum (?:resultado|post)|nao (?:foi |ha |encontr)|nothing found"
              + "|no (?:results|posts)|sem resultados");

  private final SiteDescription site;
  private final SitePage page;
  private final Set<URI> posts;

  ListPage(SiteDescription site, SitePage page) {
    this.site = site;
    this.page = page;
    this.posts = page.has(site.postMarks()) ? Set.of() : cards(site.cardLinks());
  }

  SitePage page() {
    return page;
  }

  /** The posts of the list, each once; empty if this is no list, or a list of nothing. */
  Set<URI> posts() {
    return posts;
  }

  /** Whether the site went straight to the only hit. */
  boolean isPost() {
    return page.has(site.postMarks()) || (posts.isEmpty() && hasButton());
  }

  /** Whether the page proves that there is nothing: it says so, or shows a list without cards. */
  boolean isProvedEmpty() {
    return posts.isEmpty()
        && (page.has(site.emptyMarks())
            || page.first(site.listFrames()).filter(ListPage::saysNothing).isPresent());
  }

  /** Whether a link leads to the list's page of that number. */
  boolean leadsTo(int number) {
    return page.has(
        List.of(
            "link[rel=next]",
            "a[rel=next]",
            "a[href~=/page/%d(?![0-9])]".formatted(number),
            "a[href~=[?&]paged=%d(?![0-9])]".formatted(number)));
  }

  private boolean hasButton() {
    return page.document().select("a[href]").stream()
        .map(link -> link.attr("href"))
        .anyMatch(target -> Gates.isMagnet(target) || Gates.isGate(target));
  }

  private Set<URI> cards(List<String> selectors) {
    return selectors.stream()
        .map(page::links)
        .filter(links -> !links.isEmpty())
        .findFirst()
        .orElse(Set.of());
  }

  private static boolean saysNothing(Element frame) {
    boolean bare =
        frame.children().isEmpty() || !(frame.hasText() || frame.selectFirst("a") != null);
    return bare || NOTHING_FOUND.matcher(Folded.of(frame.text())).find();
  }
}
