package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");
  private static final ReleaseKey KEY = ReleaseKey.of(SINTEL);
  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void ofANewReleaseOnlyTheKeyIsKnown() {
    Release release = Release.of(KEY);

    assertThat(release.title()).isEqualTo(KEY.value());
    assertThat(release.magnet()).contains(MagnetLink.of(SINTEL));
    assertThat(release.sizeBytes()).isEmpty();
    assertThat(release.year()).isEmpty();
    assertThat(release.mediaType()).isEqualTo(MediaType.UNKNOWN);
    assertThat(release.quality()).isEqualTo(Quality.UNKNOWN);
    assertThat(release.episodes()).isEqualTo(Episodes.NONE);
    assertThat(release.level()).isZero();
    assertThat(release.listings()).isEmpty();
  }

  @Test
  void withoutAHashThereIsNoMagnetLink() {
    Release release = Release.of(ReleaseKey.of("cinemateca", "https://films.example/a.torrent"));

    assertThat(release.infoHash()).isEmpty();
    assertThat(release.magnet()).isEmpty();
  }

  @Test
  void theSameHashFromTwoProvidersIsOneReleaseWithTwoListings() {
    Listing here = listing("cinemateca", "sintel", EARLY);
    Listing there = listing("archive", "sintel", LATE);

    Release release = Release.of(KEY).with(here).with(there);

    assertThat(release.listings()).containsExactly(there, here);
    assertThat(release.providers()).containsExactly("archive", "cinemateca");
    assertThat(release).isEqualTo(Release.of(KEY).with(there).with(here));
  }

  @Test
  void theNewerReadingOfAPostTakesThePlaceOfTheOlder() {
    Listing old = listing("cinemateca", "sintel", EARLY);
    Listing fresh = listing("cinemateca", "sintel", LATE);

    assertThat(Release.of(KEY).with(fresh).with(old).listings()).containsExactly(fresh);
    assertThat(Release.of(KEY).with(old).with(fresh).listings()).containsExactly(fresh);
  }

  @Test
  void aListingDropsTheOtherOffersOfItsPost() {
    Post post =
        Post.at(URI.create("https://films.example/sintel/"), "Sintel")
            .offers(List.of(offer("720p"), offer("1080p")))
            .build();

    Listing listing = new Listing("cinemateca", post, offer("720p"), EARLY);

    assertThat(listing.post().offers()).isEmpty();
    assertThat(listing.address()).isEqualTo(URI.create("https://films.example/sintel/"));
  }

  @Test
  void theSameWritesInAnyOrderAndAgainGiveEqualReleases() {
    Random random = new Random(1922);
    List<Section> writes = writes(random);
    Release expected = Release.of(KEY).with(writes);
    for (int round = 0; round < 60; round++) {
      List<Section> shuffled = new ArrayList<>(writes);
      shuffled.addAll(writes.subList(0, random.nextInt(writes.size())));
      Collections.shuffle(shuffled, random);

      Release release = Release.of(KEY);
      while (!shuffled.isEmpty()) {
        List<Section> batch = shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
        release = release.with(batch);
        batch.clear();
      }

      assertThat(release).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(release.sections()).isEqualTo(expected.sections());
      assertThat(release.title()).isEqualTo(expected.title());
      assertThat(release.magnet()).isEqualTo(expected.magnet());
    }
  }

  @Test
  void offersThatDifferOnlyInAMissingEpisodeAreMergedInAnyOrder() {
    Listing range = listing(Episodes.of(List.of(1), List.of(1, 2, 3)));
    Listing gap = listing(Episodes.of(List.of(1), List.of(1, 3)));

    assertThat(Release.of(KEY).with(range).with(gap))
        .isEqualTo(Release.of(KEY).with(gap).with(range));
  }

  @Test
  void keepsTheNewestListingsUpToItsBound() {
    List<Listing> listings =
        IntStream.range(0, 50)
            .mapToObj(i -> listing("cinemateca", "post-" + i, EARLY.plusSeconds(i)))
            .toList();

    Release release = Release.of(KEY).with(listings).with(new Swarm(3, 1, EARLY));

    assertThat(release.listings()).hasSize(Release.MAX_LISTINGS);
    assertThat(release.listings().get(0)).isEqualTo(listings.get(49));
    assertThat(release.listings()).doesNotContain(listings.get(0));
    assertThat(release.find(Swarm.class)).contains(new Swarm(3, 1, EARLY));
  }

  @Test
  void itsMagnetLinkHasTheHintsOfAllListings() {
    Release release =
        Release.of(KEY)
            .with(listing("a", magnet("&dn=Sintel&tr=udp://a.example:1"), EARLY))
            .with(listing("b", magnet("&tr=udp://b.example:1"), LATE));

    assertThat(release.magnet().orElseThrow())
        .hasToString(
            "magnet:?xt=urn:btih:"
                + SINTEL
                + "&tr=udp://b.example:1&tr=udp://a.example:1&dn=Sintel");
  }

  @Test
  void theBestTitleIsTheIdentifiedOneThenTheTranslatedThenTheOriginalThenTheHeading() {
    Release heading = Release.of(KEY).with(listing("a", post -> {}));
    Release original = heading.with(listing("b", post -> post.originalTitle("Sintel")));
    Release translated = original.with(listing("c", post -> post.translatedTitle("A Sintel")));
    Release matched = translated.with(new TitleMatch(List.of(), "Sintel: o filme", EARLY));

    assertThat(heading.title()).isEqualTo("Sintel Torrent (2010)");
    assertThat(original.title()).isEqualTo("Sintel");
    assertThat(translated.title()).isEqualTo("A Sintel");
    assertThat(matched.title()).isEqualTo("Sintel: o filme");
    assertThat(translated.with(new TitleMatch(List.of(), "", LATE)).title()).isEqualTo("A Sintel");
    assertThat(matched).hasToString("Sintel: o filme (" + KEY + ")");
  }

  @Test
  void whatTheNewestListingDoesNotSayAnotherMay() {
    Offer newest =
        Offer.of(magnet(""))
            .quality(new Quality(Source.WEBDL, Resolution.UNKNOWN))
            .audio(List.of(Language.BRAZILIAN_PORTUGUESE))
            .build();
    Offer older =
        Offer.of(magnet(""))
            .quality(new Quality(Source.BLURAY, Resolution.R1080))
            .audio(List.of(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH))
            .episodes(Episodes.seasons(List.of(1)))
            .sizeBytes(700)
            .build();
    Post full =
        Post.at(URI.create("https://films.example/sintel/"), "Sintel")
            .year(2010)
            .mediaType(MediaType.SERIES)
            .ids(List.of(TitleId.imdb("tt1727587")))
            .build();

    Release release =
        Release.of(KEY)
            .with(new Listing("b", full, older, EARLY))
            .with(
                new Listing(
                    "a",
                    Post.at(URI.create("https://a.example/"), "Sintel").build(),
                    newest,
                    LATE));

    assertThat(release.quality()).isEqualTo(new Quality(Source.WEBDL, Resolution.R1080));
    assertThat(release.audio()).containsExactly(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH);
    assertThat(release.episodes()).isEqualTo(Episodes.seasons(List.of(1)));
    assertThat(release.sizeBytes()).hasValue(700);
    assertThat(release.year()).hasValue(2010);
    assertThat(release.mediaType()).isEqualTo(MediaType.SERIES);
    assertThat(release.ids()).containsExactly(TitleId.imdb("tt1727587"));
  }

  @Test
  void theSizeOfTheContentsIsExactAndWinsOverWhatPagesSay() {
    Release listed =
        Release.of(KEY)
            .with(listing("a", post -> {}))
            .with(
                new Listing(
                    "b",
                    Post.at(URI.create("https://b.example/"), "Sintel").build(),
                    Offer.of(magnet("")).sizeBytes(1_000).build(),
                    EARLY));
    Contents contents =
        new Contents(
            "Sintel",
            List.of(
                new Contents.File("Sintel/Sintel.mp4", 900), new Contents.File("poster.jpg", 9)),
            EARLY);

    assertThat(listed.sizeBytes()).hasValue(1_000);
    assertThat(listed.with(contents).sizeBytes()).hasValue(909);
    assertThat(listed.with(new Contents("Sintel", List.of(), EARLY)).sizeBytes()).hasValue(1_000);
  }

  @Test
  void anIdentifiedTitleBringsItsIdsFirst() {
    Release release =
        Release.of(KEY)
            .with(listing("a", post -> post.ids(List.of(TitleId.imdb("tt0000001")))))
            .with(
                new TitleMatch(
                    List.of(TitleId.imdb("tt1727587"), TitleId.imdb("tt0000001")),
                    "Sintel",
                    EARLY));

    assertThat(release.ids()).containsExactly(TitleId.imdb("tt1727587"), TitleId.imdb("tt0000001"));
  }

  @Test
  void onceItIsIdentifiedTheIdsOnPagesCountNoMore() {
    TitleId widget = TitleId.imdb("tt0012349");
    Release stated = Release.of(KEY).with(listing("a", post -> post.ids(List.of(widget))));
    TitleId sintel = TitleId.imdb("tt1727587");

    assertThat(stated.ids()).containsExactly(widget);
    assertThat(stated.with(new TitleMatch(List.of(sintel), "Sintel", EARLY)).ids())
        .containsExactly(sintel);
    assertThat(stated.with(new TitleMatch(List.of(), "", EARLY)).ids()).isEmpty();
  }

  @Test
  void itsLevelIsThatOfTheNewestUpload() {
    Release release = Release.of(KEY).with(new Upload("ana", 5, EARLY));

    assertThat(release.level()).isEqualTo(5);
    assertThat(release.with(new Upload("ana", 2, LATE)).level()).isEqualTo(2);
    assertThat(release.with(new Upload("ana", 2, EARLY.minusSeconds(1))).level()).isEqualTo(5);
  }

  @Test
  void sectionsRefuseImpossibleNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Swarm(-1, 0, EARLY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Upload("ana", -1, EARLY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Viewer("ana", -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Contents.File("a", -1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Contents(
                    "Sintel",
                    Collections.nCopies(2, new Contents.File("a", Long.MAX_VALUE)),
                    EARLY))
        .withMessageContaining("Sintel");
    assertThat(Viewer.ANYONE.level()).isZero();
  }

  private static List<Section> writes(Random random) {
    List<Section> writes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Instant seen = EARLY.plusSeconds(random.nextInt(8)); // few, so that many are equal
      writes.add(
          switch (random.nextInt(6)) {
            case 0 -> new Swarm(random.nextInt(5), 0, seen);
            case 1 -> new TitleMatch(List.of(), "Sintel " + random.nextInt(5), seen);
            case 2 -> new Upload("ana", random.nextInt(3), seen);
            default ->
                listing(
                    "p" + random.nextInt(3),
                    magnet("&dn=Sintel" + random.nextInt(3)),
                    seen,
                    "post-" + random.nextInt(16));
          });
    }
    return writes;
  }

  private static Listing listing(String provider, String post, Instant seen) {
    return listing(provider, magnet(""), seen, post);
  }

  private static Listing listing(String provider, Link link, Instant seen) {
    return listing(provider, link, seen, "sintel");
  }

  private static Listing listing(String provider, Link link, Instant seen, String post) {
    return new Listing(
        provider,
        Post.at(URI.create("https://films.example/" + post + "/"), "Sintel Torrent (2010)").build(),
        Offer.of(link).build(),
        seen);
  }

  private static Listing listing(String provider, Consumer<Post.Builder> facts) {
    Post.Builder post =
        Post.at(URI.create("https://films.example/sintel/"), "Sintel Torrent (2010)");
    facts.accept(post);
    return new Listing(provider, post.build(), offer(""), EARLY);
  }

  private static Listing listing(Episodes episodes) {
    return new Listing(
        "cinemateca",
        Post.at(URI.create("https://films.example/sintel/"), "Sintel").build(),
        Offer.of(magnet("")).episodes(episodes).build(),
        EARLY);
  }

  private static Offer offer(String context) {
    return Offer.of(magnet("")).context(context).build();
  }

  private static Link magnet(String hints) {
    return new Link.Magnet(MagnetLink.parse("magnet:?xt=urn:btih:" + SINTEL + hints));
  }
}
