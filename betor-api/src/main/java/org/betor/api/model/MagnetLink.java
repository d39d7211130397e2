package org.betor.api.model;

import java.net.URI;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A magnet link: the name of a torrent, and hints on where to find it.
 *
 * <p>Real links are untidy and are read as they were meant: parameter names in either case and with
 * a number behind them ({@code tr.1}), raw spaces, escaped ampersands, broken percent escapes. A
 * hint that nobody could use (a tracker of an unknown scheme, a peer without a port) is dropped; a
 * parameter that we do not know is kept. Immutable; two links that say the same are equal.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0009.html">BEP 9, magnet URI format</a>
 * @see <a href="https://www.bittorrent.org/beps/bep_0046.html">BEP 46, public keys</a>
 * @see <a href="https://www.bittorrent.org/beps/bep_0053.html">BEP 53, selected files</a>
 */
public final class MagnetLink {
  /** Longer text is refused; a link with a hundred trackers has about 8,000 characters. */
  public static final int MAX_CHARS = 65_536;

  /** The highest file index that can be selected. */
  private static final int MAX_FILE_INDEX = 65_535;

  private static final Pattern FILES = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  /** What names the torrent. */
  private static final Set<String> NAMING = Set.of("xt", "dn", "xl");

  private static final Set<String> SHOWN = Set.of("xt", "dn", "xl", "tr", "ws", "as", "xs");

  private final List<InfoHash> infoHashes;
  private final String text;
  private final @Nullable Map<String, List<String>> given;

  /**
   * Read out of the text when somebody asks for a hint: few of the links that are read are used.
   */
  private volatile @Nullable Map<String, List<String>> read;

  private MagnetLink(
      String text, @Nullable Map<String, List<String>> given, List<InfoHash> infoHashes) {
    this.text = text;
    this.given = given;
    this.infoHashes = infoHashes;
  }

  private MagnetLink(Map<String, List<String>> parameters) {
    this("", parameters, hashes(parameters));
  }

  /** The plainest link to a torrent: its info-hash and nothing else. */
  public static MagnetLink of(InfoHash infoHash) {
    return new MagnetLink(Map.of("xt", List.of(infoHash.urn())));
  }

  /**
   * Reads a magnet link as it stands in a page.
   *
   * @throws IllegalArgumentException with the reason, if the text is no magnet link, if it names
   *     nothing (neither an exact topic nor a public key), or if its info-hash is malformed
   */
  public static MagnetLink parse(String text) {
    Optional<InfoHash> only = MagnetText.onlyHash(text);
    return new MagnetLink(
        text,
        null,
        only.isPresent() ? List.of(only.get()) : hashes(MagnetText.read(text, name -> false)));
  }

  private static List<InfoHash> hashes(Map<String, List<String>> naming) {
    return naming.getOrDefault("xt", List.of()).stream()
        .filter(MagnetText::isBitTorrent)
        .map(InfoHash::parse)
        .toList();
  }

  /** The version 1 info-hash; empty if the link has none. */
  public Optional<InfoHash> infoHash() {
    return first(false);
  }

  /** The version 2 info-hash; empty if the link has none. A hybrid torrent has both. */
  public Optional<InfoHash> infoHashV2() {
    return first(true);
  }

  /** The first display name, which nobody vouches for; empty if the link has none. */
  public Optional<String> name() {
    return names().stream().findFirst();
  }

  /** All display names, in the link's order. */
  public List<String> names() {
    return values("dn");
  }

  /** The size of the whole torrent in bytes, as the link states it. */
  public OptionalLong sizeBytes() {
    return values("xl").stream().mapToLong(Long::parseLong).findFirst();
  }

  /** Trackers over HTTP, UDP and WebSocket, each once, in the link's order. */
  public List<URI> trackers() {
    return addresses("tr");
  }

  /** Servers that hold the content itself, over HTTP or FTP, each once. */
  public List<URI> webSeeds() {
    return addresses("ws");
  }

  /** Peers as {@code host:port}, each once; an IPv6 address stands in brackets. */
  public List<String> peers() {
    return values("x.pe");
  }

  /** Search words. */
  public List<String> keywords() {
    return values("kt");
  }

  /** Where the torrent's metadata may be had, as the link states it. */
  public List<String> exactSources() {
    return values("xs");
  }

  /** The indexes of the files that are asked for, from 0, ascending; empty means all of them. */
  public List<Integer> selectedFiles() {
    BitSet files = new BitSet(); // not a sorted set: a hostile link may repeat a wide range
    for (String part : String.join(",", values("so")).split(",", -1)) {
      Matcher range = FILES.matcher(part);
      if (range.matches()) {
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        int end = Math.min(last, MAX_FILE_INDEX) + 1;
        if (first < end) {
          files.set(first, end);
        }
      }
    }
    return files.stream().boxed().toList();
  }

  /** The public key of a torrent that its publisher can change: 64 hex digits. */
  public Optional<String> publicKey() {
    return exactSources().stream()
        .flatMap(source -> MagnetText.publicKey(source).stream())
        .findFirst();
  }

  /** This link with the hints of another one added: its names, trackers, web seeds and peers. */
  public MagnetLink withHintsOf(MagnetLink other) {
    Map<String, Set<String>> merged = new LinkedHashMap<>();
    parameters().forEach((name, values) -> merged.put(name, new LinkedHashSet<>(values)));
    for (String hint : List.of("dn", "tr", "ws", "x.pe")) {
      other.values(hint).forEach(value -> MagnetText.add(merged, hint, value));
    }
    return new MagnetLink(MagnetText.kept(merged));
  }

  /**
   * This link as it may be shown: the torrent, its name and size, and those trackers and web seeds
   * whose addresses carry no passkey. Enough for a public torrent.
   */
  public MagnetLink withoutSecrets() {
    Map<String, Set<String>> shown = new LinkedHashMap<>();
    parameters()
        .forEach(
            (name, values) -> {
              Set<String> harmless = new LinkedHashSet<>(values);
              harmless.removeIf(value -> !isName(name, value) && Redacted.mayHoldAKey(value));
              shown.put(name, harmless);
            });
    shown.keySet().retainAll(SHOWN);
    return new MagnetLink(MagnetText.kept(shown));
  }

  private static boolean isName(String name, String value) {
    return NAMING.contains(name) || (name.equals("xs") && MagnetText.publicKey(value).isPresent());
  }

  /** The link as text that every client reads; {@link #parse} gives an equal link back. */
  @Override
  public String toString() {
    StringBuilder link = new StringBuilder("magnet:?");
    parameters()
        .forEach((name, values) -> values.forEach(value -> MagnetText.append(name, value, link)));
    link.setLength(link.length() - 1); // the ampersand behind the last one
    return link.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MagnetLink link && parameters().equals(link.parameters());
  }

  @Override
  public int hashCode() {
    return parameters().hashCode();
  }

  private Optional<InfoHash> first(boolean v2) {
    for (InfoHash hash : infoHashes) {
      if (hash.isV2() == v2) {
        return Optional.of(hash);
      }
    }
    return Optional.empty();
  }

  private List<URI> addresses(String name) {
    return values(name).stream().map(URI::create).toList();
  }

  private List<String> values(String name) {
    return parameters().getOrDefault(name, List.of());
  }

  private Map<String, List<String>> parameters() {
    if (given != null) {
      return given;
    }
    Map<String, List<String>> parameters = read;
    if (parameters == null) {
      parameters = MagnetText.read(text, name -> true);
      read = parameters;
    }
    return parameters;
  }
}
