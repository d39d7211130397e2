package org.betor.api.metainfo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.betor.api.metainfo.Bencoded.Items;
import org.betor.api.metainfo.Bencoded.Table;
import org.betor.api.metainfo.Bencoded.Text;

/**
 * Where a torrent may be found. Hints: what is no address, or of a scheme that nobody speaks, is
 * dropped, and so is what stands there twice.
 */
final class Addresses {
  /** More are no help, and would cost more memory than the file. */
  private static final int MAX_ADDRESSES = 1_000;

  private static final int MAX_CHARS = 2_048;

  private static final Set<String> TRACKER_SCHEMES = Set.of("http", "https", "udp", "ws", "wss");
  private static final Set<String> WEB_SEED_SCHEMES = Set.of("http", "https", "ftp");

  private final Table root;
  private final Texts texts;

  Addresses(Table root, Texts texts) {
    this.root = root;
    this.texts = texts;
  }

  /**
   * Trackers in tiers, best first.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0012.html">BEP 12, announce-list</a>
   */
  List<List<URI>> trackers() {
    Set<URI> seen = new LinkedHashSet<>();
    List<List<URI>> tiers = new ArrayList<>();
    for (Bencoded tier : each("announce-list").limit(MAX_ADDRESSES).toList()) {
      List<URI> fresh =
          read(tier, TRACKER_SCHEMES).limit(MAX_ADDRESSES - seen.size()).filter(seen::add).toList();
      if (!fresh.isEmpty()) {
        tiers.add(fresh);
      }
    }
    if (tiers.isEmpty()) {
      each("announce")
          .flatMap(tracker -> read(tracker, TRACKER_SCHEMES))
          .forEach(tracker -> tiers.add(List.of(tracker)));
    }
    return List.copyOf(tiers);
  }

  /**
   * Servers that hold the content. One that holds a folder ends in a slash.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0019.html">BEP 19, url-list</a>
   */
  List<URI> webSeeds(boolean folder) {
    return each("url-list")
        .flatMap(seed -> read(seed, WEB_SEED_SCHEMES))
        .map(seed -> folder ? folder(seed) : seed)
        .distinct()
        .limit(MAX_ADDRESSES)
        .toList();
  }

  /** The values of a list, or the one that stands there without a list. */
  private Stream<Bencoded> each(String key) {
    return root.hint(key, Items.class)
        .map(items -> items.values().stream())
        .or(() -> root.hint(key, Text.class).map(Stream::of))
        .orElse(Stream.empty());
  }

  /** An address, or a list of them. */
  private Stream<URI> read(Bencoded value, Set<String> schemes) {
    Stream<Bencoded> each =
        value instanceof Items items ? items.values().stream() : Stream.of(value);
    return each.limit(MAX_ADDRESSES)
        .filter(Text.class::isInstance)
        .flatMap(text -> address(texts.text((Text) text), schemes));
  }

  private static URI folder(URI seed) {
    boolean isOne = seed.getRawQuery() != null || seed.toString().endsWith("/");
    return isOne ? seed : URI.create(seed + "/");
  }

  private static Stream<URI> address(String text, Set<String> schemes) {
    if (text.length() > MAX_CHARS) {
      return Stream.empty();
    }
    try {
      URI address = new URI(text.strip().replace(" ", "%20"));
      String scheme = address.getScheme();
      return scheme != null
              && schemes.contains(scheme.toLowerCase(Locale.ROOT))
              && address.getRawAuthority() != null
          ? Stream.of(address)
          : Stream.empty();
    } catch (URISyntaxException notAnAddress) {
      return Stream.empty();
    }
  }
}
