package org.betor.benchmarks.race;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
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
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.TitleId;
import org.betor.api.model.Upload;

/**
 * Makes releases, the same ones in every run: the first ten thousand are the head of the first
 * million. 70 % are films and 26 % series; 30 % of the titles have several releases, which are half
 * of all; 15 % are not for everybody.
 */
final class Entries {
  private static final long FIRST_SEEN = 1_600_000_000_000L;
  private static final String TRACKERS =
      "&tr=udp%3A%2F%2Ftracker.opentrackr.org%3A1337%2Fannounce"
          + "&tr=udp%3A%2F%2Ftracker.torrent.eu.org%3A451%2Fannounce"
          + "&tr=http%3A%2F%2Ftracker.example.com%3A80%2Fannounce";
  private static final Resolution[] RESOLUTIONS = {
    Resolution.R1080,
    Resolution.R1080,
    Resolution.R1080,
    Resolution.R720,
    Resolution.R720,
    Resolution.R2160,
    Resolution.R480
  };
  private static final Source[] SOURCES = {
    Source.WEBDL, Source.WEBDL, Source.BLURAY, Source.WEBRIP, Source.HDTV
  };
  private static final String[] TAGS = {
    "Drama", "Ação", "Comédia", "Terror", "Animação", "Documentário", "Suspense", "Romance"
  };
  private static final List<Language> PORTUGUESE = List.of(Language.BRAZILIAN_PORTUGUESE);
  private static final List<Language> ENGLISH = List.of(Language.ENGLISH);
  private static final List<Language> BOTH =
      List.of(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH);

  private final Random random;
  private final Words english = Words.english(1);
  private final Words portuguese = Words.portuguese(2);
  private long number;
  private int left;
  private Title title;

  /** Those of every race. */
  Entries() {
    this(7);
  }

  /** Others, of the same language. */
  Entries(long seed) {
    random = new Random(seed);
    title = nextTitle();
  }

  /** The next so many. */
  List<Entry> next(int count) {
    List<Entry> entries = new ArrayList<>(count);
    while (entries.size() < count) {
      if (left-- == 0) {
        title = nextTitle();
        left = random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2) * random.nextInt(3);
      }
      Entry entry = entry();
      // makes what the link hints at, for which the first store to put it would pay
      entry.listing().offer().link().target();
      entries.add(entry);
    }
    return entries;
  }

  private Entry entry() {
    number++;
    Resolution resolution = RESOLUTIONS[random.nextInt(RESOLUTIONS.length)];
    Source source = SOURCES[random.nextInt(SOURCES.length)];
    List<Language> audio = List.of(PORTUGUESE, BOTH, BOTH, ENGLISH).get(random.nextInt(4));
    int episode = title.type == MediaType.SERIES ? 1 + random.nextInt(12) : 0;
    Quality quality = new Quality(source, resolution);
    String name = name(quality, audio, episode);
    // a multiplication modulo a prime: no two are equal, and none follows its neighbour
    Instant seen = Instant.ofEpochMilli(FIRST_SEEN + number * 48_271 % 2_147_483_647 * 70);
    Post post =
        Post.at(
                URI.create("https://filmes.example/" + slug(title.translated) + "-" + number + "/"),
                title.translated)
            .originalTitle(title.original)
            .translatedTitle(title.translated)
            .year(title.year)
            .mediaType(title.type)
            .ids(title.imdb.isEmpty() ? List.of() : List.of(TitleId.imdb(title.imdb)))
            .genres(List.of(title.tag))
            .build();
    String hash = "%016x%016x%08x".formatted(random.nextLong(), random.nextLong(), number);
    Offer.Builder offer =
        Offer.of(
                new Link.Magnet(
                    MagnetLink.parse("magnet:?xt=urn:btih:" + hash + "&dn=" + name + TRACKERS)))
            .quality(quality)
            .audio(audio)
            .sizeBytes(300_000_000L + random.nextInt(2_000_000_000))
            .seeders(random.nextInt(500))
            .leechers(random.nextInt(100));
    if (episode > 0) {
      offer.episodes(Episodes.of(List.of(title.season), List.of(episode)));
    }
    String provider = random.nextInt(3) == 0 ? "cinemateca" : "filmes";
    Release release =
        Release.of(ReleaseKey.of(new InfoHash(hash)))
            .with(new Listing(provider, post, offer.build(), seen));
    return new Entry(
        random.nextInt(100) < 15
            ? release.with(new Upload("ana", 1 + random.nextInt(4), seen))
            : release,
        name);
  }

  private String name(Quality quality, List<Language> audio, int episode) {
    return slug(title.original).replace('-', '.')
        + (episode > 0 ? ".S%02dE%02d".formatted(title.season, episode) : "." + title.year)
        + "."
        + quality.toString().replace(' ', '.')
        + (random.nextInt(3) == 0 ? ".x265" : ".x264")
        + (audio == BOTH ? ".DUAL.5.1" : ".AAC2.0")
        + "-"
        + slug(english.next(random)).toUpperCase(Locale.ROOT);
  }

  private Title nextTitle() {
    boolean brazilian = random.nextInt(4) == 0;
    String translated = words(portuguese);
    int type = random.nextInt(100);
    return new Title(
        brazilian ? translated : words(english),
        translated,
        2026 - (int) Math.min(70, Math.abs(random.nextGaussian()) * 18),
        type < 70 ? MediaType.FILM : type < 96 ? MediaType.SERIES : MediaType.UNKNOWN,
        random.nextInt(10) == 0 ? "" : "tt%07d".formatted(number + 1),
        TAGS[random.nextInt(TAGS.length)],
        1 + random.nextInt(5));
  }

  private String words(Words language) {
    int count = 1 + Math.min(random.nextInt(6), random.nextInt(6));
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String word = language.next(random);
      words
          .append(i == 0 ? "" : " ")
          .append(Character.toUpperCase(word.charAt(0)))
          .append(word, 1, word.length());
    }
    return words.toString();
  }

  private static String slug(String title) {
    String folded = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return URLEncoder.encode(folded.replace(' ', '-'), UTF_8);
  }

  private record Title(
      String original,
      String translated,
      int year,
      MediaType type,
      String imdb,
      String tag,
      int season) {}
}
