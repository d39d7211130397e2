package org.betor.testkit;

import static org.betor.testkit.FreeFilms.hash;
import static org.betor.testkit.FreeFilms.minute;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.Episodes;
import org.betor.api.model.Identity;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;
import org.betor.api.spi.Change;

/** Random changes and texts of a vocabulary so small that they meet all the time. */
final class RandomFilms {
  static final List<String> TITLES =
      List.of(
          "Sintel",
          "Síntel",
          "SINTEL",
          "Tears of Steel",
          "Lágrimas de Aço",
          "Big Buck Bunny",
          "Big Bunker",
          "O Garoto",
          "The Kid",
          "Metrópolis",
          "Metropolis",
          "Steel and Tears");
  static final List<String> TAGS = List.of("Drama", "drama", "Ficção", "Curta", "Steel");
  static final List<String> PROVIDERS = List.of("films", "cinema");
  static final List<Language> LANGUAGES =
      List.of(
          Language.ENGLISH,
          Language.BRAZILIAN_PORTUGUESE,
          new Language("pt-PT"),
          new Language("pt"),
          Language.UNKNOWN);
  static final List<TitleId> IDS =
      List.of(TitleId.imdb("tt1727587"), new TitleId(TitleId.Authority.TMDB_FILM, "45745"));

  private static final int FILMS = 6;

  private final Random random;

  RandomFilms(Random random) {
    this.random = random;
  }

  /** All keys that there are: of each film, and of half of them a second one. */
  static List<ReleaseKey> keys() {
    return Stream.of(
            IntStream.range(0, FILMS).mapToObj(FreeFilms::key),
            IntStream.range(0, FILMS).mapToObj(FreeFilms::early),
            IntStream.range(0, FILMS / 2).mapToObj(RandomFilms::otherEarly))
        .flatMap(keys -> keys)
        .toList();
  }

  List<Change> changes(int count) {
    return Stream.generate(this::change).limit(count).toList();
  }

  Change change() {
    int film = random.nextInt(FILMS);
    ReleaseKey early =
        film < FILMS / 2 && random.nextBoolean() ? otherEarly(film) : FreeFilms.early(film);
    return switch (random.nextInt(4)) {
      case 0 -> new Change(early, section());
      case 1 ->
          chance(3)
              ? new Change(early, new Identity(hash(film), seen()))
              : new Change(early, listing(film));
      default -> new Change(FreeFilms.key(film), section());
    };
  }

  ReleaseKey key() {
    return of(keys());
  }

  Instant seen() {
    return minute(random.nextInt(8));
  }

  /** Words as people type them: whole, begun, misspelt, in capitals, of no release. */
  String text() {
    return String.join(" ", Stream.generate(this::word).limit(1 + random.nextInt(2)).toList());
  }

  boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  int number(int below) {
    return random.nextInt(below);
  }

  <T> T of(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  <T> T of(T[] items) {
    return items[random.nextInt(items.length)];
  }

  private static ReleaseKey otherEarly(int film) {
    return ReleaseKey.of("archive", "item-" + film);
  }

  private String word() {
    String word = of(of(TITLES).split(" ", -1));
    return switch (random.nextInt(8)) {
      case 0, 1 -> word.substring(0, 1 + random.nextInt(word.length()));
      case 2, 3 -> misspelt(word);
      case 4 -> word.toUpperCase(Locale.ROOT);
      case 5 -> of(TAGS);
      case 6 -> of(List.of("1080p", "kong", "!!", "2010"));
      default -> word;
    };
  }

  private String misspelt(String word) {
    int at = random.nextInt(word.length());
    String start = word.substring(0, at);
    String end = word.substring(at);
    return switch (random.nextInt(4)) {
      case 0 -> start + "o" + end;
      case 1 -> start + end.substring(1);
      case 2 -> start + "e" + end.substring(1);
      default -> end.length() < 2 ? word : start + end.charAt(1) + end.charAt(0) + end.substring(2);
    };
  }

  private Section section() {
    return switch (random.nextInt(12)) {
      case 0 -> new Swarm(random.nextInt(3), random.nextInt(3), seen());
      case 1, 2 -> new Upload("durian", random.nextInt(3), some(TAGS), seen());
      case 3 -> new TitleMatch(some(IDS), chance(3) ? "" : of(TITLES), seen());
      case 4 -> new Contents(of(TITLES) + ".1080p.mkv", files(), seen());
      case 5 -> new Block(chance(2) ? "takedown" : "", seen());
      default -> listing(random.nextInt(FILMS));
    };
  }

  private List<Contents.File> files() {
    return chance(3) ? List.of() : List.of(new Contents.File("a", random.nextInt(3)));
  }

  private Listing listing(int film) {
    return new Listing(of(PROVIDERS), post(), offer(film), seen());
  }

  URI page() {
    return URI.create("https://films.example/" + random.nextInt(3));
  }

  private Post post() {
    Post.Builder post = Post.at(page(), chance(9) ? "" : of(TITLES) + " (2010)");
    if (!chance(3)) {
      post.originalTitle(of(TITLES));
    }
    if (chance(3)) {
      post.translatedTitle(of(TITLES));
    }
    if (chance(2)) {
      post.year(2008 + random.nextInt(3));
    }
    return post.mediaType(of(MediaType.values()))
        .ids(chance(3) ? some(IDS) : List.of())
        .genres(some(TAGS))
        .build();
  }

  private Offer offer(int film) {
    Offer.Builder offer = Offer.of(link(film)).quality(quality()).audio(some(LANGUAGES));
    if (chance(2)) {
      offer.sizeBytes(1 + random.nextInt(3));
    }
    if (chance(2)) {
      offer.seeders(random.nextInt(3));
    }
    return offer.episodes(chance(2) ? Episodes.NONE : episodes()).build();
  }

  private Link link(int film) {
    String name = "&dn=" + of(TITLES).replace(' ', '.') + ".720p";
    return chance(3)
        ? new Link.TorrentFile(URI.create("https://films.example/" + film + ".torrent"))
        : new Link.Magnet(
            MagnetLink.parse("magnet:?xt=" + hash(film).urn() + (chance(2) ? name : "")));
  }

  private Quality quality() {
    return new Quality(
        of(List.of(Source.UNKNOWN, Source.WEBDL, Source.DVD)),
        of(List.of(Resolution.UNKNOWN, Resolution.R720, Resolution.R1080)));
  }

  private Episodes episodes() {
    return Episodes.of(some(List.of(1, 2)), some(List.of(1, 2)));
  }

  private <T> List<T> some(List<T> items) {
    return items.stream().filter(item -> chance(2)).toList();
  }
}
