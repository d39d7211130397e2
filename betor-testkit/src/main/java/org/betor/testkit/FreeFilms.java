package org.betor.testkit;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.betor.api.model.Identity;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.Upload;
import org.betor.api.spi.Change;

/** Releases by number, for examples. */
final class FreeFilms {
  private FreeFilms() {}

  static InfoHash hash(int number) {
    return new InfoHash("%040x".formatted(number));
  }

  static ReleaseKey key(int number) {
    return ReleaseKey.of(hash(number));
  }

  /** The key of the same release as long as nobody knows its info-hash. */
  static ReleaseKey early(int number) {
    return ReleaseKey.of("museum", "film-" + number);
  }

  static Instant minute(int number) {
    return Instant.parse("2026-03-01T12:00:00Z").plus(Duration.ofMinutes(number));
  }

  /** A release of which a page says nothing but its title, in the minute of its number. */
  static Change titled(int number, String title) {
    return new Change(key(number), listing(number, title));
  }

  static Listing listing(int number, String title) {
    return listing(number, post(number, title).build());
  }

  static Listing listing(int number, Post post) {
    return listing(number, post, offer(number).build());
  }

  static Listing listing(int number, Post post, Offer offer) {
    return new Listing("films", post, offer, minute(number));
  }

  static Post.Builder post(int number, String title) {
    return Post.at(URI.create("https://films.example/" + number), title).originalTitle(title);
  }

  static Offer.Builder offer(int number) {
    return Offer.of(new Link.Magnet(MagnetLink.of(hash(number))));
  }

  /** That an early key turned out to be the release of that number. */
  static Change learnt(int number) {
    return new Change(early(number), new Identity(hash(number), minute(number)));
  }

  static Change swarm(int number, int seeders, int minute) {
    return change(number, new Swarm(seeders, 0, minute(minute)));
  }

  static Change level(int number, int level) {
    return change(number, new Upload("durian", level, minute(number)));
  }

  static Change change(int number, Section section) {
    return new Change(key(number), section);
  }
}
