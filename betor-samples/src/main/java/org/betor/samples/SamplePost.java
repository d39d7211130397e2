package org.betor.samples;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MediaType;

/** A post of a sample site, and what a reader should find in it. Immutable. */
public final class SamplePost {
  private final Draft draft;
  private final String heading;
  private final String slug;

  private SamplePost(Draft draft, String heading) {
    this.draft = draft;
    this.heading = heading;
    this.slug = slug(heading);
  }

  static SamplePost of(Draft draft, Headline headline) {
    return new SamplePost(draft, headline.of(draft));
  }

  /** The name of its page; the address is {@code <home><slug>/}. */
  public String slug() {
    return slug;
  }

  /** The page's own title. */
  public String heading() {
    return heading;
  }

  /** The title in the work's own language. */
  public String originalTitle() {
    return draft.work().original();
  }

  /** The title in Portuguese. */
  public String translatedTitle() {
    return draft.work().translated();
  }

  /** The year of release. */
  public int year() {
    return draft.work().year();
  }

  /** The id at IMDb, if the page has one. */
  public Optional<String> imdbId() {
    return Optional.of(draft.work().imdb()).filter(id -> !id.isEmpty());
  }

  /** Film or series. */
  public MediaType mediaType() {
    return draft.work().type();
  }

  /** When it was published. */
  public Instant published() {
    return draft.published();
  }

  /** The torrents that its buttons lead to, each once, in the order of the page. */
  public List<InfoHash> infoHashes() {
    return draft
        .buttons()
        .filter(Version.Button::works)
        .map(button -> button.torrent().infoHash())
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return slug;
  }

  Draft draft() {
    return draft;
  }

  /** Whether the titles hold all words, whatever their case and accents. */
  boolean matches(String words) {
    String titles = plain(heading() + " " + originalTitle());
    return List.of(plain(words).split("\\s+")).stream().allMatch(titles::contains);
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  private static String slug(String heading) {
    return plain(heading).replace("ª", "a").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
