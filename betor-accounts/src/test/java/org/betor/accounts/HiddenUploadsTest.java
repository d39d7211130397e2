package org.betor.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.betor.core.LuceneCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people see of a catalogue with uploads of all weights: as if there were nothing else in it
 * than what they may see.
 */
class HiddenUploadsTest {
  private static final int UPLOADS = 60;
  private static final int QUESTIONS = 60;
  private static final int MOST = 1_000;
  private static final List<String> TITLES =
      List.of("Sintel", "Tears", "Steel", "Bunny", "Metropolis", "Nosferatu", "Kid", "Laundromat");
  private static final List<String> TAGS = List.of("drama", "short", "silent", "steel");
  private static final List<Integer> WEIGHTS = List.of(0, 0, 1, 1000, 2000, 3000, 5000);
  private static final Set<Facet> FACETS = EnumSet.allOf(Facet.class);

  @TempDir private Path folder;

  private final Random random = new Random(5);
  private final Community community = new Community();
  private final List<ReleaseKey> keys = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    community.close();
  }

  @Test
  void everybodySeesWhatTheyWouldIfNothingElseWereThere() {
    User guest = community.person("Guto", Role.GUEST);
    User user = community.person("Bia", Role.USER);
    User banned = community.person("Caio", Role.MANAGER);
    community.users.ban(community.ana.id(), banned.id(), Ban.forGood("spam"));
    try (Catalog mixed = LuceneCatalog.open(folder.resolve("mixed"))) {
      fill(mixed);

      assertSeesNothingAbove(0, guest, mixed);
      assertSeesNothingAbove(1_000, user, mixed);
      assertSeesNothingAbove(0, banned, mixed);
    }
  }

  private void assertSeesNothingAbove(int level, User user, Catalog mixed) {
    Viewer viewer = community.accounts.viewer(user.id());
    try (Catalog visible = LuceneCatalog.open(folder.resolve(user.name()))) {
      mixed.scan(release -> copy(release, level, visible));
      visible.refresh();
      assertThat(total(visible, viewer)).isBetween(1L, total(mixed, ana()) - 1);
      for (ReleaseKey key : keys) {
        assertThat(mixed.find(key, viewer)).isEqualTo(visible.find(key, ana()));
      }
      for (int question = 0; question < QUESTIONS; question++) {
        assertAnswersAlike(words(), mixed, visible, viewer);
      }
    }
  }

  private Viewer ana() {
    return community.accounts.viewer(community.ana.id());
  }

  private static long total(Catalog catalog, Viewer viewer) {
    return catalog.search(CatalogQuery.all().build(), viewer).total();
  }

  /** Every tenth is deleted again. */
  private void fill(Catalog mixed) {
    Uploads uploads = community.accounts.uploads(mixed);
    UserId ana = community.ana.id();
    for (int number = 0; number < UPLOADS; number++) {
      Submission upload = uploads.submit(ana, upload(number));
      uploads.approve(ana, upload.id());
      keys.add(upload.key());
      if (number % 10 == 0) {
        uploads.delete(ana, upload.id(), "asked to");
      }
    }
  }

  private NewUpload upload(int number) {
    String title = any(TITLES) + " " + any(TITLES) + " " + year();
    return new NewUpload(
        title, any(TITLES), List.of(any(TAGS)), any(WEIGHTS), torrent(title + " " + number));
  }

  /** Of one small file. */
  private static Metainfo torrent(String name) {
    String file =
        "d4:infod6:lengthi7e4:name%d:%s12:piece lengthi16384e6:pieces20:%see"
            .formatted(name.length(), name, "h".repeat(20));
    return Metainfo.read(file.getBytes(UTF_8));
  }

  private static void copy(Release release, int level, Catalog visible) {
    if (release.level() <= level) {
      List<Change> changes = new ArrayList<>();
      for (Section section : release.sections()) {
        changes.add(new Change(release.key(), section));
      }
      visible.put(changes);
    }
  }

  private void assertAnswersAlike(String words, Catalog mixed, Catalog visible, Viewer viewer) {
    CatalogQuery query = query(words);
    Hits hits = mixed.search(query, viewer);
    Hits expected = visible.search(query, viewer);
    assertThat(hits.releases()).as(words).isEqualTo(expected.releases());
    assertThat(hits.total()).as(words).isEqualTo(expected.total());
    assertThat(hits.corrected()).as(words).isEqualTo(expected.corrected());
    assertThat(mixed.titles(query, viewer)).as(words).isEqualTo(visible.titles(query, viewer));
    assertThat(mixed.count(query, FACETS, MOST, viewer))
        .as(words)
        .isEqualTo(visible.count(query, FACETS, MOST, viewer));
    assertThat(mixed.suggest(words, MOST, viewer))
        .as(words)
        .isEqualTo(visible.suggest(words, MOST, viewer));
  }

  private CatalogQuery query(String words) {
    CatalogQuery.Builder query = words.isEmpty() ? CatalogQuery.all() : CatalogQuery.words(words);
    query.sort(any(List.of(CatalogQuery.Sort.values()))).limit(MOST);
    return random.nextBoolean() ? query.build() : query.tag(any(TAGS)).build();
  }

  /** None, one or two, perhaps unfinished or misspelt. */
  private String words() {
    String word = any(TITLES);
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> word + " " + any(TITLES);
      case 2 -> word.substring(0, 1 + random.nextInt(word.length()));
      case 3 -> word.substring(1);
      case 4 -> any(TAGS) + " " + year();
      default -> word;
    };
  }

  private int year() {
    return 1920 + random.nextInt(5);
  }

  private <T> T any(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
