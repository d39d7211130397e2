package org.betor.api.spi;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.Experimental;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;

/**
 * Knows films and series, and nothing of releases. The library compares and decides. Found by
 * {@link java.util.ServiceLoader}, so it needs a public no-argument constructor; safe for use by
 * several threads; keeps nothing itself: the host keeps its answers.
 */
@Experimental
public interface TitleSource {

  /** Unique and stable, such as {@code tmdb}: lower-case letters, digits and hyphens. */
  String id();

  /**
   * The settings that it reads, such as {@code tmdb.token} for the name {@code token}. A setting
   * {@code home}, if it has one, is the address that it fetches from.
   */
  default List<Setting> settings() {
    return List.of();
  }

  /** Whether these settings let it answer; one that needs a key does not without. */
  default boolean isReady(Settings settings) {
    return true;
  }

  /** The databases whose ids it may tell; any unless said otherwise. */
  default Set<TitleId.Authority> authorities() {
    return EnumSet.allOf(TitleId.Authority.class);
  }

  /** Whether it can be asked by names; else it only knows works by their ids. */
  default boolean findsByName() {
    return true;
  }

  /**
   * What the database wants to be said, in English, where its data is shown: who it is, and under
   * which terms; empty if nothing.
   */
  default String notice() {
    return "";
  }

  /**
   * The work of that id, if this source knows it.
   *
   * @throws SiteException if it cannot be asked
   */
  Optional<Title> find(TitleId id, Host host);

  /**
   * Works that may be the one in question, the likeliest first; at most 50.
   *
   * @throws SiteException if it cannot be asked
   */
  List<Title> candidates(TitleQuestion question, Host host);
}
