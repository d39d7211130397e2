package org.betor.site;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.SiteException;

/**
 * Opens the links of one post: straight ones as they are, disguised ones without a fetch, others by
 * asking the gate. What stays shut is kept, with the reason.
 */
final class GateKeeper {
  private static final int MAX_HOPS = 6;

  /** A gate leads to the same torrent for ever. */
  private static final Duration GATE_AGE = Duration.ofDays(7);

  /** Plays the film, and leads to no torrent. */
  private static final String PLAYER = "watch.brplayer";

  private final URI post;
  private final Fetcher fetcher;

  /**
   * Opens links that stand on a page.
   *
   * @param fetcher asks gates
   */
  GateKeeper(URI post, Fetcher fetcher) {
    this.post = post;
    this.fetcher = fetcher;
  }

  /** Whether opening this link will ask a gate. */
  static boolean needsFetch(Anchor anchor) {
    return Gates.isGate(undisguised(anchor));
  }

  /**
   * Where a link leads; empty if to a player.
   *
   * @throws IllegalArgumentException if it leads to a malformed magnet link or address
   */
  Optional<Link> open(Anchor anchor) {
    String start = undisguised(anchor);
    if (Gates.isMagnet(start)) {
      return Optional.of(new Link.Magnet(MagnetLink.parse(start)));
    }
    URI button = anchor.target().isEmpty() ? post : Href.resolve(post, anchor.target());
    try {
      return follow(button, start);
    } catch (SiteException shut) {
      return Optional.of(new Link.Unopened(button, String.valueOf(shut.getMessage())));
    }
  }

  private Optional<Link> follow(URI button, String start) {
    String target = start;
    URI page = post;
    for (int hop = 0; hop <= MAX_HOPS; hop++) {
      if (Gates.isMagnet(target)) {
        return Optional.of(new Link.Magnet(MagnetLink.parse(target)));
      }
      if (target.contains(PLAYER)) {
        return Optional.empty();
      }
      URI address = Href.resolve(page, target);
      if (Gates.isTorrentFile(target) && Href.isWeb(address)) {
        return Optional.of(new Link.TorrentFile(address));
      }
      if (!Gates.mayFollow(page, address)) {
        return Optional.of(
            new Link.Unopened(button, "it leads to " + place(address) + ", not to a torrent"));
      }
      Page answer = fetcher.fetch(PageRequest.get(address).referer(page).maxAge(GATE_AGE));
      target = behind(answer);
      page = answer.address();
    }
    return Optional.of(new Link.Unopened(button, "more than " + MAX_HOPS + " gates in a row"));
  }

  private static String behind(Page gate) {
    String target =
        GatePage.target(gate)
            .orElseThrow(
                () -> SiteException.layoutChanged(gate.address(), "a link behind the gate"));
    return Disguise.inAddress(target).orElse(target);
  }

  private static String place(URI address) {
    return address.getHost() == null ? "\"" + address + "\"" : address.getHost();
  }

  /** The link without what can be undone offline. */
  private static String undisguised(Anchor anchor) {
    if (Gates.isMagnet(anchor.target())) {
      return anchor.target();
    }
    String start = Disguise.lift(anchor.data()).orElse(anchor.target());
    return Disguise.inAddress(start).orElse(start);
  }
}
