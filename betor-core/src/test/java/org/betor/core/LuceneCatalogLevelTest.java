package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.betor.api.model.Block;
import org.betor.api.model.Listing;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Upload;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is hidden from a viewer may as well not be there. */
class LuceneCatalogLevelTest {
  private static final List<String> WORDS =
      List.of(
          "sintel",
          "sintal",
          "sinter",
          "bunny",
          "bunnys",
          "bunns",
          "kid",
          "kids",
          "garoto",
          "gatoro",
          "garota",
          "metropolis",
          "metropolys",
          "noir",
          "moon",
          "mood",
          "2010",
          "2011");

  @TempDir Path directory;

  @Test
  void withoutWhatIsHiddenNoAnswerChanges() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 4; round++) {
      int level = random.nextInt(3);
      try (LuceneCatalog all = LuceneCatalog.open(directory.resolve(round + "-all"));
          LuceneCatalog seen = LuceneCatalog.open(directory.resolve(round + "-seen"));
          LuceneCatalog cleaned = LuceneCatalog.open(directory.resolve(round + "-cleaned"))) {
        List<Change> batch = new ArrayList<>();
        List<Change> visible = new ArrayList<>();
        for (int number = 0; number < 150; number++) {
          List<Change> release = release(number, random);
          batch.addAll(release);
          visible.addAll(level(release) <= level ? release : List.of());
          if (random.nextInt(12) == 0) {
            cleaned.put(batch);
            cleaned.refresh();
            all.put(batch);
            batch.clear();
          }
        }
        seen.put(visible);
        all.put(batch);
        cleaned.put(batch);
        removeAbove(level, cleaned);
        for (LuceneCatalog each : List.of(all, seen, cleaned)) {
          each.refresh();
        }
        for (int i = 0; i < 120; i++) {
          Asked asked = Asked.any(random, new Viewer("viewer", level));
          List<Object> answer = asked.of(seen);
          assertThat(asked.of(all)).as("seed %d: %s", seed, asked).isEqualTo(answer);
          assertThat(asked.of(cleaned)).as("seed %d: %s", seed, asked).isEqualTo(answer);
        }
      }
    }
  }

  private static void removeAbove(int level, LuceneCatalog catalog) {
    catalog.refresh();
    List<ReleaseKey> hidden = new ArrayList<>();
    catalog.scan(
        release -> {
          if (release.level() > level) {
            hidden.add(release.key());
          }
        });
    assertThat(hidden).isNotEmpty();
    catalog.remove(hidden);
  }

  private static List<Change> release(int number, Random random) {
    ReleaseKey key = Films.key(number);
    Post post =
        Films.post(number, text(random))
            .year(2000 + random.nextInt(4))
            .genres(List.of(word(random)))
            .build();
    Offer offer =
        Offer.of(Films.magnet(number))
            .seeders(random.nextInt(5))
            .sizeBytes(1 + random.nextInt(9))
            .build();
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change(key, new Listing("films", post, offer, Films.minute(random.nextInt(40)))));
    int level = random.nextInt(4);
    if (level > 0) {
      List<String> tags = List.of(word(random).toUpperCase(Locale.ROOT));
      changes.add(new Change(key, new Upload("durian", level, tags, Films.NOON)));
    }
    if (random.nextInt(10) == 0) {
      changes.add(new Change(key, new Block("gone", Films.NOON)));
    }
    return changes;
  }

  private static int level(List<Change> release) {
    return Release.of(release.get(0).key())
        .with(release.stream().map(Change::section).toList())
        .level();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder(word(random));
    for (int more = random.nextInt(6); more > 0; more--) {
      text.append(' ').append(word(random));
    }
    return text.toString();
  }

  private static String word(Random random) {
    return one(WORDS, random);
  }

  private static <T> T one(List<T> choice, Random random) {
    return choice.get(random.nextInt(choice.size()));
  }

  private record Asked(CatalogQuery query, String words, Facet facet, Viewer viewer) {
    static Asked any(Random random, Viewer viewer) {
      String words = random.nextInt(6) == 0 ? "" : misspelt(text(random).split(" ", 3), random);
      CatalogQuery.Builder query =
          CatalogQuery.words(words)
              .sort(one(List.of(Sort.values()), random))
              .limit(1 + random.nextInt(30))
              .offset(random.nextInt(4));
      if (random.nextInt(3) == 0) {
        query.years(2000, 2000 + random.nextInt(4));
      }
      if (random.nextInt(4) == 0) {
        query.seeders(random.nextInt(5));
      }
      if (random.nextInt(4) == 0) {
        query.tag(word(random));
      }
      Facet facet = one(List.of(Facet.values()), random);
      return new Asked(query.build(), words, facet, viewer);
    }

    /** The first two words, with a letter gone or two swapped now and then. */
    private static String misspelt(String[] words, Random random) {
      String text = words[0] + (words.length > 1 ? " " + words[1] : "");
      int place = random.nextInt(text.length() - 1);
      return switch (random.nextInt(3)) {
        case 0 -> text.substring(0, place) + text.substring(place + 1);
        case 1 ->
            text.substring(0, place)
                + text.charAt(place + 1)
                + text.charAt(place)
                + text.substring(place + 2);
        default -> text;
      };
    }

    List<Object> of(LuceneCatalog catalog) {
      return List.of(
          catalog.search(query, viewer),
          catalog.titles(query, viewer).toString(),
          catalog.count(query, facet, 9, viewer),
          catalog.suggest(words, 9, viewer));
    }
  }
}
