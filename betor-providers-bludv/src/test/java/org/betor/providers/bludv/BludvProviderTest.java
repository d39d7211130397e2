package org.betor.providers.bludv;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.betor.api.model.Link;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.samples.SamplePages;
import org.betor.samples.SamplePost;
import org.betor.samples.SamplePosts;
import org.betor.testkit.ProviderContract;
import org.betor.testkit.RecordedSite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BludvProviderTest implements ProviderContract {
  private static final String HOME = "https://bludvfilmes1.xyz/";
  private static final URI HOME_ADDRESS = URI.create(HOME);

  @Override
  public Provider provider() {
    return new BludvProvider();
  }

  @Override
  public RecordedSite site() {
    List<SamplePost> posts =
        SamplePosts.bludv().stream().filter(post -> post.heading().contains("Sintel")).toList();
    RecordedSite site =
        RecordedSite.of(getClass())
            .home(HOME)
            .html(HOME + "?s=sintel", SamplePages.bludvListing(HOME_ADDRESS, posts));
    for (SamplePost post : posts) {
      site = site.html(address(post).toString(), SamplePages.bludvPost(HOME_ADDRESS, post));
    }
    return site;
  }

  static Stream<SamplePost> posts() {
    return SamplePosts.bludv().stream();
  }

  @ParameterizedTest
  @MethodSource("posts")
  void readsTitlesYearIdAndEveryMagnetOnce(SamplePost sample) {
    Post post = read(sample);

    assertThat(post.originalTitle()).contains(sample.originalTitle());
    assertThat(post.translatedTitle()).contains(sample.translatedTitle());
    assertThat(post.year()).hasValue(sample.year());
    assertThat(post.ids())
        .isEqualTo(sample.imdbId().map(TitleId::imdb).map(List::of).orElse(List.of()));
    assertThat(post.mediaType()).isEqualTo(sample.mediaType());
    assertThat(post.published()).contains(sample.published());
    assertThat(post.offers().stream().map(Offer::link).filter(Link.Magnet.class::isInstance))
        .extracting(link -> ((Link.Magnet) link).infoHash())
        .doesNotHaveDuplicates();
  }

  private static Post read(SamplePost sample) {
    return new BludvProvider()
        .read(Page.html(address(sample), SamplePages.bludvPost(HOME_ADDRESS, sample)));
  }

  private static URI address(SamplePost post) {
    return HOME_ADDRESS.resolve(post.slug() + "/");
  }
}
