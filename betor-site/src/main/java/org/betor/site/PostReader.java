package org.betor.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.api.model.Link;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.spi.SiteException;
import org.jsoup.nodes.Element;

/** Reads the page of one post. */
final class PostReader {
  private final SiteDescription site;
  private final Labels labels;

  PostReader(SiteDescription site) {
    this.site = site;
    this.labels = new Labels(site.labels());
  }

  /**
   * Reads a post.
   *
   * @throws SiteException if the page has no title where posts have it
   */
  Post read(SitePage page, LinkOpener opener) {
    String heading =
        page.text(site.postTitles())
            .orElseThrow(
                () -> SiteException.layoutChanged(page.address(), site.postTitles().get(0)));
    List<Line> transcript =
        transcript(page).stream().filter(line -> !line.text().equals(heading)).toList();
    PostFacts facts = new PostFacts(page, heading, transcript, labels);
    List<Button> buttons = buttons(page, transcript);
    List<Offer> offers = new Offers(facts).of(buttons, opener.open(buttons));
    return facts.toPost(site.trustsRatingWidget(), offers).build();
  }

  /** The buttons that stand on the page; without any, those that its scripts would make. */
  private List<Button> buttons(SitePage page, List<Line> transcript) {
    List<Button> shown = Button.of(transcript, labels);
    return shown.isEmpty() ? Button.of(inScripts(page), labels) : shown;
  }

  private static List<Line> inScripts(SitePage page) {
    return page.tagged("script").stream()
        .flatMap(script -> GatePage.magnets(script.data()).stream())
        .map(magnet -> new Anchor(magnet, "", "", true, 0, 0))
        .map(anchor -> new Line("", false, false, List.of(anchor)))
        .toList();
  }

  /** The first content root that has a button; without any, the first one. */
  private List<Line> transcript(SitePage page) {
    List<Line> first = null;
    for (String selector : site.contentRoots()) {
      Optional<Element> root = page.first(List.of(selector));
      if (root.isPresent()) {
        List<Line> lines = Transcript.of(root.get());
        if (lines.stream()
            .flatMap(line -> line.anchors().stream())
            .anyMatch(Gates::leadsToTorrent)) {
          return lines;
        }
        first = first == null ? lines : first;
      }
    }
    return first == null ? List.of() : first;
  }

  /** Opens the links of buttons; those that lead to no torrent are left out. */
  @FunctionalInterface
  interface LinkOpener {
    Map<Button, Link> open(List<Button> buttons);
  }
}
