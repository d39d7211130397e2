package org.betor.benchmarks;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.benchmarks.race.TitleFiles;
import org.betor.core.ImportProgress;
import org.betor.core.Titles;

/**
 * Identifies releases by imported titles, without a network, on one thread: {@code IdentifyReleases
 * [titles]}. Half of the pages give the translated name only, half the original one too.
 */
public final class IdentifyReleases {
  private static final int RELEASES = 5_000;
  private static final int PASSES = 5;

  private IdentifyReleases() {}

  /** Runs it, and prints a line for each pass; the first ones warm up. */
  public static void main(String[] args) throws Exception {
    int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("betor-identify");
    List<TitleFiles.Made> made = TitleFiles.write(folder, count);
    Random random = new Random(5);
    List<TitleFiles.Made> asked =
        IntStream.range(0, RELEASES)
            .mapToObj(number -> made.get(random.nextInt(made.size())))
            .toList();
    try (Titles titles = Titles.open(folder.resolve("data"))) {
      titles.importImdb(TitleFiles.in(folder), ImportProgress.NONE);
      for (int pass = 0; pass < PASSES; pass++) {
        System.out.println(identify(titles, asked));
      }
    }
  }

  private static String identify(Titles titles, List<TitleFiles.Made> asked) {
    List<Release> releases =
        IntStream.range(0, asked.size())
            .mapToObj(number -> release(number, asked.get(number)))
            .toList();
    int right = 0;
    int claimed = 0;
    long start = System.nanoTime();
    for (int i = 0; i < releases.size(); i++) {
      var claim = titles.identify(releases.get(i)).title();
      String id = asked.get(i).id();
      claimed += claim.isPresent() ? 1 : 0;
      right += claim.filter(title -> title.ids().get(0).value().equals(id)).isPresent() ? 1 : 0;
    }
    return String.format(
        Locale.ROOT,
        "%,.0f releases a second; of %d claims %.2f %% right, of all releases %.1f %%",
        releases.size() * 1e9 / (System.nanoTime() - start),
        claimed,
        100.0 * right / claimed,
        100.0 * right / releases.size());
  }

  private static Release release(int number, TitleFiles.Made title) {
    URI page = URI.create("https://films.example/" + number);
    String heading =
        "%s Torrent (%d) Dual Áudio 1080p".formatted(title.brazilianName(), title.year());
    Post.Builder post =
        Post.at(page, heading)
            .translatedTitle(title.brazilianName())
            .year(title.year())
            .mediaType(title.series() ? MediaType.SERIES : MediaType.FILM);
    if (number % 2 == 0) {
      post.originalTitle(title.name());
    }
    InfoHash hash = new InfoHash("%040x".formatted(number));
    Offer offer = Offer.of(new Link.Magnet(MagnetLink.of(hash))).build();
    return Release.of(ReleaseKey.of(hash))
        .with(new Listing("films", post.build(), offer, Instant.EPOCH));
  }
}
