package org.betor.providers.comando;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Query;
import org.betor.samples.SamplePages;
import org.betor.samples.SamplePost;
import org.betor.samples.SamplePosts;
import org.betor.testkit.ProviderContract;
import org.betor.testkit.RecordedSite;
import org.betor.testkit.RecordedVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComandoProviderTest implements ProviderContract {
  private static final String HOME = "https://comando1.com/";
  private static final URI HOME_ADDRESS = URI.create(HOME);

  /** The only sample whose buttons lead through gates. */
  private static final String PROTECTED = "lagrimas-de-aco";

  @Override
  public Provider provider() {
    return new ComandoProvider();
  }

  @Override
  public RecordedSite site() {
    return site("?s=sintel", List.of(sample("sintel")));
  }

  static Stream<SamplePost> posts() {
    return SamplePosts.comando().stream();
  }

  @ParameterizedTest
  @MethodSource("posts")
  void readsWhatAPostSaysOfItsFilm(SamplePost sample) {
    Post post = read(sample);

    assertThat(post.heading()).isEqualTo(sample.heading());
    assertThat(post.originalTitle()).contains(sample.originalTitle());
    assertThat(post.translatedTitle()).contains(sample.translatedTitle());
    assertThat(post.year()).hasValue(sample.year());
    assertThat(post.mediaType()).isEqualTo(sample.mediaType());
    assertThat(post.published().map(time -> time.truncatedTo(DAYS)))
        .contains(sample.published().truncatedTo(DAYS));
    assertThat(post.ids())
        .isEqualTo(sample.imdbId().map(TitleId::imdb).map(List::of).orElse(List.of()));
  }

  static Stream<SamplePost> openPosts() {
    return posts().filter(post -> !post.slug().startsWith(PROTECTED));
  }

  @ParameterizedTest
  @MethodSource("openPosts")
  void findsEveryTorrentOnceInTheOrderOfThePage(SamplePost sample) {
    assertThat(hashes(read(sample))).isEqualTo(sample.infoHashes());
    assertThat(shut(read(sample))).isZero();
  }

  @Test
  void keepsEveryButtonThatOnlyAGateKnowsTheTorrentOf() {
    SamplePost sample = sample(PROTECTED);

    assertThat(hashes(read(sample))).isEqualTo(sample.infoHashes().subList(1, 2));
    assertThat(shut(read(sample))).isEqualTo(3);
  }

  @Test
  void readsTheWordsOfEachButtonWhateverTheInformationBlockLists() {
    assertThat(read(sample("sintel")).offers())
        .extracting(ComandoProviderTest::summary)
        .containsExactly(
            "WEB-DL 720p 0.13 GB pt-BR+en",
            "WEB-DL 1080p 1.10 GB pt-BR+en",
            "WEB-DL 720p 0.68 GB en");
  }

  @Test
  void givesSizesOfTheInformationBlockToTheButtonsByRank() {
    assertThat(read(sample("a-general")).offers())
        .extracting(ComandoProviderTest::summary)
        .containsExactly(
            "BluRay 720p 1.40 GB en", "BluRay 1080p 3.00 GB en", "BluRay 2160p 8.00 GB en");
  }

  @Test
  void readsSeasonAndEpisodeOfEachButton() {
    assertThat(read(sample("o-imperio-fantasma")).offers())
        .extracting(ComandoProviderTest::summary)
        .startsWith(
            "S01 WEB-DL 1080p 7.20 GB en",
            "S01E01 WEB-DL 720p 0.29 GB en",
            "S01E02 WEB-DL 720p 0.29 GB en")
        .hasSize(13);
  }

  @Test
  void readsTheOnlyHitWhereTheSearchGoesStraightToIt() {
    SamplePost sample = sample("sintel");
    RecordedVisit visit =
        RecordedSite.of(getClass())
            .home(HOME)
            .html(HOME + "?s=sintel", SamplePages.comandoPost(HOME_ADDRESS, sample))
            .visit();

    provider().search(Query.text("sintel"), visit);

    assertThat(visit.posts()).extracting(Post::heading).containsExactly(sample.heading());
    assertThat(visit.fetched()).hasSize(1);
  }

  @Test
  void readsEveryCardOfAListingOnceWhateverTheSizeOfItsHeading() {
    List<SamplePost> samples =
        SamplePosts.comando().stream().filter(post -> !post.infoHashes().isEmpty()).toList();
    RecordedVisit visit = site("", samples).visit();

    new ComandoProvider().latest(1, visit);

    assertThat(visit.posts())
        .extracting(Post::heading)
        .containsExactlyInAnyOrderElementsOf(samples.stream().map(SamplePost::heading).toList());
    assertThat(visit.fetched()).startsWith(HOME_ADDRESS).doesNotHaveDuplicates();
  }

  private static RecordedSite site(String listing, List<SamplePost> posts) {
    RecordedSite site =
        RecordedSite.of(ComandoProviderTest.class)
            .home(HOME)
            .html(HOME + listing, SamplePages.comandoListing(HOME_ADDRESS, posts));
    for (SamplePost post : posts) {
      site = site.html(address(post).toString(), SamplePages.comandoPost(HOME_ADDRESS, post));
    }
    return site;
  }

  private static Post read(SamplePost sample) {
    return new ComandoProvider()
        .read(Page.html(address(sample), SamplePages.comandoPost(HOME_ADDRESS, sample)));
  }

  private static List<InfoHash> hashes(Post post) {
    return post.offers().stream()
        .flatMap(
            offer ->
                offer.link() instanceof Link.Magnet magnet
                    ? Stream.of(magnet)
                    : Stream.<Link.Magnet>empty())
        .map(Link.Magnet::infoHash)
        .toList();
  }

  private static long shut(Post post) {
    return post.offers().stream().filter(offer -> offer.link() instanceof Link.Unopened).count();
  }

  private static String summary(Offer offer) {
    return String.format(
            Locale.ROOT,
            "%s %s %.2f GB %s",
            offer.episodes(),
            offer.quality(),
            offer.sizeBytes().orElse(0) / (double) (1 << 30),
            String.join("+", offer.audio().stream().map(Object::toString).toList()))
        .strip();
  }

  private static SamplePost sample(String slug) {
    return posts().filter(post -> post.slug().startsWith(slug)).findFirst().orElseThrow();
  }

  private static URI address(SamplePost post) {
    return HOME_ADDRESS.resolve(post.slug() + "/");
  }
}
