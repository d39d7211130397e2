package org.betor.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.api.model.InfoHash;
import org.jspecify.annotations.Nullable;

/**
 * An item of the sample of the Internet Archive, and what a reader should find in it. Immutable.
 */
public final class SampleItem {
  private final String identifier;
  private final Map<String, Object> metadata;
  private final @Nullable SampleTorrent torrent;
  private final boolean dark;
  private final boolean hashStated;

  private SampleItem(
      String identifier,
      Map<String, Object> metadata,
      @Nullable SampleTorrent torrent,
      boolean dark,
      boolean hashStated) {
    this.identifier = identifier;
    this.metadata = metadata;
    this.torrent = torrent;
    this.dark = dark;
    this.hashStated = hashStated;
  }

  static SampleItem of(String identifier, String title) {
    return new SampleItem(identifier, Map.of(), null, false, true)
        .says("identifier", identifier)
        .says("title", title)
        .says("mediatype", "movies");
  }

  /** The last part of its addresses. */
  public String identifier() {
    return identifier;
  }

  /** The title. */
  public String title() {
    return metadata.getOrDefault("title", identifier).toString();
  }

  /** Whether anybody may download its torrent. */
  public boolean isOffered() {
    return torrent != null && !isWithheld();
  }

  /** The info-hash of its torrent, as far as the archive states it. */
  public Optional<InfoHash> infoHash() {
    return torrent().filter(file -> hashStated).map(SampleTorrent::infoHash);
  }

  @Override
  public String toString() {
    return identifier;
  }

  SampleItem says(String field, String value) {
    return says(field, (Object) value);
  }

  /** A field that is there several times is a list. */
  SampleItem says(String field, String first, String... more) {
    return says(field, (Object) concat(first, more));
  }

  SampleItem torrent(SampleTorrent torrent) {
    return new SampleItem(identifier, metadata, torrent, dark, hashStated);
  }

  SampleItem goneDark() {
    return new SampleItem(identifier, metadata, torrent, true, hashStated);
  }

  SampleItem withoutStatedHash() {
    return new SampleItem(identifier, metadata, torrent, dark, false);
  }

  Map<String, Object> metadata() {
    return metadata;
  }

  Optional<SampleTorrent> torrent() {
    return Optional.ofNullable(torrent);
  }

  boolean isHashStated() {
    return hashStated;
  }

  boolean isDark() {
    return dark;
  }

  /** Whether its files are kept from the public. */
  boolean isWithheld() {
    return dark
        || metadata.containsKey("access-restricted-item")
        || metadata.getOrDefault("collection", List.of()).toString().contains("stream_only");
  }

  private SampleItem says(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(metadata);
    more.put(field, value);
    return new SampleItem(identifier, more, torrent, dark, hashStated);
  }

  private static List<String> concat(String first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toList();
  }
}
