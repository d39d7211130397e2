package org.betor.api.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What one provider's post says of a torrent. A release has one for each provider and post.
 *
 * @param provider the provider's id
 * @param post the page, without its offers
 * @param offer the button that leads to the torrent
 * @param seen when the page was read
 */
public record Listing(String provider, Post post, Offer offer, Instant seen) implements Section {

  /** Drops the post's other offers. */
  public Listing {
    post = post.offers().isEmpty() ? post : post.toBuilder().offers(List.of()).build();
  }

  /** All that it says, secrets included: for comparing, not for messages. */
  String fullText() {
    return provider + post.fullText() + offer.fullText();
  }

  /** Where the page is. */
  public URI address() {
    return post.address();
  }
}
