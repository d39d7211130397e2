package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.betor.testkit.FreeFilms.change;
import static org.betor.testkit.FreeFilms.early;
import static org.betor.testkit.FreeFilms.key;
import static org.betor.testkit.FreeFilms.learnt;
import static org.betor.testkit.FreeFilms.listing;
import static org.betor.testkit.FreeFilms.minute;
import static org.betor.testkit.FreeFilms.offer;
import static org.betor.testkit.FreeFilms.post;
import static org.betor.testkit.FreeFilms.swarm;
import static org.betor.testkit.FreeFilms.titled;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.Identity;
import org.betor.api.model.Language;
import org.betor.api.model.Listing;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.Upload;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.betor.api.spi.TitleGroup;
import org.junit.jupiter.api.Test;

/**
 * What a catalogue promises of facets, groups, suggestions and work lists: a part of {@link
 * CatalogContract}.
 */
public interface CatalogCounts extends CatalogUnderTest {

  /** Of every facet; what nobody says is not counted. */
  @Test
  default void facetsCountWhatIsFound() {
    Post post =
        post(1, "Cosmos Laundromat")
            .year(2015)
            .mediaType(MediaType.FILM)
            .genres(List.of("Drama"))
            .build();
    Offer offer =
        offer(1)
            .quality(new Quality(Source.WEBDL, Resolution.R1080))
            .audio(List.of(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH))
            .build();
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            change(1, listing(1, post, offer)),
            change(1, new Upload("durian", 0, List.of("drama", "Curta"), minute(1))),
            titled(2, "Sintel"))) {
      assertThat(counted(tested, Facet.MEDIA_TYPE)).containsExactly("FILM 1");
      assertThat(counted(tested, Facet.YEAR)).containsExactly("2015 1");
      assertThat(counted(tested, Facet.RESOLUTION)).containsExactly("1080p 1");
      assertThat(counted(tested, Facet.SOURCE)).containsExactly("WEB-DL 1");
      assertThat(counted(tested, Facet.LANGUAGE)).containsExactly("en 1", "pt-BR 1");
      assertThat(counted(tested, Facet.PROVIDER)).containsExactly("films 2");
      assertThat(counted(tested, Facet.TAG)).containsExactly("curta 1", "drama 1");
    }
  }

  private static List<String> counted(TestedCatalog tested, Facet facet) {
    return counted(tested, CatalogQuery.all(), facet, 99);
  }

  private static List<String> counted(
      TestedCatalog tested, CatalogQuery.Builder query, Facet facet, int limit) {
    return tested.catalog().count(query.build(), facet, limit, Viewer.ANYONE).stream()
        .map(count -> count.value() + " " + count.releases())
        .toList();
  }

  /** The most frequent first, then by value; pages play no part. */
  @Test
  default void facetsAreInOrderAndLimited() {
    try (TestedCatalog tested =
        TestedCatalog.having(
            this, year(1, 2010), year(2, 1921), year(3, 2015), year(4, 2015), year(5, 2015))) {
      CatalogQuery.Builder page = CatalogQuery.all().offset(3).limit(1).sort(Sort.SIZE);
      assertThat(counted(tested, page, Facet.YEAR, 9))
          .containsExactly("2015 3", "1921 1", "2010 1");
      assertThat(counted(tested, page, Facet.YEAR, 2)).containsExactly("2015 3", "1921 1");
      assertThat(counted(tested, CatalogQuery.words("pioneer").years(1900, 2012), Facet.YEAR, 9))
          .containsExactly("1921 1", "2010 1");
      assertThat(counted(tested, CatalogQuery.words("piomeer"), Facet.YEAR, 1))
          .containsExactly("2015 3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> counted(tested, CatalogQuery.all(), Facet.YEAR, 0));
    }
  }

  private static Change year(int number, int year) {
    return change(number, listing(number, post(number, "Pioneer One").year(year).build()));
  }

  /** One group for each, in the order of their best releases. */
  @Test
  default void releasesOfOneTitleAreOneGroup() {
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            titled(1, "Metrópolis"),
            titled(2, "Sintel"),
            titled(3, "METROPOLIS"),
            titled(4, "The Kid"),
            titled(5, "Sintel"),
            swarm(2, 9, 0),
            swarm(1, 8, 0))) {
      assertThat(groups(tested, CatalogQuery.all()))
          .containsExactly("Sintel: 5 of 2", "The Kid: 4 of 1", "METROPOLIS: 3 of 2");
      assertThat(groups(tested, CatalogQuery.all().sort(Sort.SEEDERS)))
          .containsExactly("Sintel: 2 of 2", "Metrópolis: 1 of 2", "The Kid: 4 of 1");
      assertThat(groups(tested, CatalogQuery.all().offset(1).limit(1)))
          .containsExactly("The Kid: 4 of 1");
      assertThat(groups(tested, CatalogQuery.words("sontel").sort(Sort.NEWEST)))
          .containsExactly("Sintel: 5 of 2");
    }
  }

  private static List<String> groups(TestedCatalog tested, CatalogQuery.Builder query) {
    return tested.catalog().titles(query.build(), Viewer.ANYONE).stream()
        .map(CatalogCounts::text)
        .toList();
  }

  private static String text(TitleGroup group) {
    int best = TestedCatalog.numbers(List.of(group.best())).get(0);
    return "%s: %d of %d".formatted(group.best().title(), best, group.releases());
  }

  /** Those that begin as typed first, then those of many releases. */
  @Test
  default void suggestsEachTitleOnceAndTheLikeliestFirst() {
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            titled(1, "Tears of Steel"),
            titled(2, "TEARS OF STEEL"),
            titled(3, "Tears of Steel"),
            titled(4, "Steel and Cosmos"),
            titled(5, "Sintel"))) {
      assertThat(tested.catalog().suggest("ste", 5, Viewer.ANYONE))
          .containsExactly("Steel and Cosmos", "Tears of Steel");
      assertThat(tested.catalog().suggest("Tears of S", 5, Viewer.ANYONE))
          .containsExactly("Tears of Steel");
      assertThat(tested.catalog().suggest("s", 2, Viewer.ANYONE))
          .containsExactly("Sintel", "Steel and Cosmos");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tested.catalog().suggest("s", 0, Viewer.ANYONE));
    }
  }

  /** Names of files never. */
  @Test
  default void suggestsHeadingsOnlyWhereThereIsNoTitle() {
    Post untitled = Post.at(post(2, "").build().address(), "Sintel (2010) 1080p").build();
    Post titled =
        Post.at(post(3, "").build().address(), "Sintel, the heading")
            .originalTitle("Durian")
            .build();
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            change(2, listing(2, untitled)),
            change(3, listing(3, titled)),
            change(4, new Contents("Sintel.mkv", List.of(), minute(4))))) {
      assertThat(tested.catalog().suggest("sin", 5, Viewer.ANYONE))
          .containsExactly("Sintel (2010) 1080p");
    }
  }

  /** What has none first, then what was not seen for the longest time. */
  @Test
  default void tellsWhatLacksASectionOrHasAnOldOne() {
    try (TestedCatalog tested =
        TestedCatalog.having(
            this, swarm(1, 1, 5), swarm(2, 1, 3), swarm(3, 1, 4), titled(4, "Sintel"))) {
      assertThat(lacking(tested, Swarm.class, Instant.MIN)).containsExactly(4);
      assertThat(lacking(tested, Swarm.class, minute(4))).containsExactly(4, 2);
      assertThat(lacking(tested, Swarm.class, minute(4).plusNanos(1))).containsExactly(4, 2, 3);
      assertThat(lacking(tested, Swarm.class, Instant.MAX)).containsExactly(4, 2, 3, 1);
      assertThat(tested.catalog().lacking(Swarm.class, Instant.MAX, 2))
          .containsExactly(key(4), key(2));
      assertThat(tested.catalog().lacking(Contents.class, Instant.MAX, Integer.MAX_VALUE))
          .hasSize(4);
    }
  }

  private static List<Integer> lacking(
      TestedCatalog tested, Class<? extends Section> section, Instant olderThan) {
    List<ReleaseKey> keys = tested.catalog().lacking(section, olderThan, 9);
    return keys.stream().map(key -> Integer.parseInt(key.value().substring(5), 16)).toList();
  }

  /** The newest of several counts. */
  @Test
  default void aListingThatWasSeenAgainMakesAReleaseFresh() {
    try (TestedCatalog tested =
        TestedCatalog.having(this, titled(1, "Sintel"), change(1, listing(50, "Sintel")))) {
      assertThat(lacking(tested, Listing.class, minute(50))).isEmpty();
      assertThat(lacking(tested, Listing.class, minute(51))).containsExactly(1);
    }
  }

  /** A release, not its other keys; and whoever may see it. */
  @Test
  default void workListsNameReleases() {
    Change before = new Change(early(1), listing(2, "Sintel at the museum"));
    Change unknown = new Change(early(5), listing(5, "The Kid"));
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            before,
            learnt(1),
            unknown,
            change(2, new Block("takedown", minute(5))),
            FreeFilms.level(3, 7))) {
      assertThat(tested.catalog().lacking(Swarm.class, Instant.MAX, 9))
          .containsExactlyInAnyOrder(key(1), early(5), key(2), key(3));
      assertThat(tested.catalog().lacking(Identity.class, Instant.MAX, 9))
          .containsExactly(early(5));
      assertThat(tested.catalog().lacking(Block.class, Instant.MIN, 9))
          .containsExactlyInAnyOrder(key(1), early(5), key(3));
    }
  }

  /** One kind, and a limit. */
  @Test
  default void workListsRefuseWhatIsNoKindOfSection() {
    try (TestedCatalog tested = TestedCatalog.of(this)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tested.catalog().lacking(Section.class, Instant.MAX, 9));
      for (int limit : Arrays.asList(0, -1)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> tested.catalog().lacking(Swarm.class, Instant.MAX, limit));
      }
    }
  }
}
