package org.betor.accounts.internal.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.betor.accounts.Fit;
import org.betor.accounts.Preference;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final Language BRAZILIAN = Language.BRAZILIAN_PORTUGUESE;
  private static final Language SPANISH = new Language("es");

  @Test
  void theDearestLanguageComesFirstThenTheOthersInOrder() {
    Preference wish = Preference.of(BRAZILIAN, Language.ENGLISH);

    assertThat(
            ranked(
                wish,
                film("spanish", offer().audio(List.of(SPANISH)).seeders(10_000)),
                film("english", offer().audio(List.of(Language.ENGLISH)).seeders(9)),
                film("brazilian", offer().audio(List.of(BRAZILIAN)).seeders(1)),
                film("portuguese", offer().audio(List.of(new Language("pt-PT"))).seeders(1))))
        .containsExactly("brazilian", "portuguese", "english", "spanish");
  }

  @Test
  void thePictureIsAsWishedOrAsNearAsCanBe() {
    Preference wish = Preference.NONE.quality(Resolution.R720);

    assertThat(
            ranked(
                wish,
                film("4K", picture(Source.WEBDL, Resolution.R2160)),
                film("full", picture(Source.WEBDL, Resolution.R1080)),
                film("as wished", picture(Source.WEBDL, Resolution.R720)),
                film("coarse", picture(Source.DVD, Resolution.R576)),
                film("unknown", offer())))
        .containsExactly("as wished", "coarse", "full", "4K", "unknown");
  }

  @Test
  void whatIsTooLargeIsNotPlayedAndWhatMayBeIs() {
    Preference wish = Preference.NONE.mostBytes(1_000);

    assertThat(
            ranked(
                wish,
                film("too large", offer().sizeBytes(1_001)),
                film("fits", offer().sizeBytes(1_000)),
                film("unknown", offer())))
        .containsExactly("fits", "unknown");
    assertThatIllegalArgumentException().isThrownBy(() -> wish.mostBytes(0));
  }

  @Test
  void whatNobodyHasComesLastWhateverItsLanguage() {
    Preference wish = Preference.of(BRAZILIAN);

    assertThat(
            ranked(
                wish,
                film("dead", offer().audio(List.of(BRAZILIAN)).seeders(0)),
                film("alive", offer().audio(List.of(SPANISH)).seeders(1)),
                film("uncounted", offer().audio(List.of(SPANISH)))))
        .containsExactly("alive", "uncounted", "dead");
  }

  @Test
  void moreSeedersAreBetterAndAFilmedScreenIsWorse() {
    assertThat(
            ranked(
                Preference.NONE,
                film("cinema", picture(Source.CAM, Resolution.R1080).seeders(500)),
                film("few", picture(Source.WEBDL, Resolution.R1080).seeders(2)),
                film("many", picture(Source.WEBDL, Resolution.R1080).seeders(200))))
        .containsExactly("many", "few", "cinema");
  }

  @Test
  void whatIsAlikeIsAlwaysInTheSameOrder() {
    Release one = film("one", offer());
    Release other = film("other", offer());

    assertThat(ranked(Preference.NONE, one, other)).isEqualTo(ranked(Preference.NONE, other, one));
  }

  @Test
  void theChoiceCanBeExplained() {
    Release film =
        film("Sintel", picture(Source.WEBDL, Resolution.R720).audio(List.of(BRAZILIAN)).seeders(4));
    Preference wish = Preference.of(BRAZILIAN).quality(Resolution.R1080);

    Fit fit = new Scorer(wish).rank(List.of(film)).get(0);

    assertThat(fit.points())
        .extracting(Fit.Point::aspect)
        .containsExactly("language", "picture", "source", "health");
    assertThat(fit.toString())
        .contains(
            "Sintel", "pt-BR is spoken", "720 for 1080", "4 seeders", fit.total() + " points");
  }

  private static List<String> ranked(Preference wish, Release... releases) {
    return new Scorer(wish)
        .rank(Stream.of(releases).toList()).stream().map(fit -> fit.release().title()).toList();
  }

  private static Offer.Builder offer() {
    return Offer.of(new Link.Magnet(MagnetLink.of(new InfoHash("0".repeat(40)))));
  }

  private static Offer.Builder picture(Source source, Resolution resolution) {
    return offer().quality(new Quality(source, resolution));
  }

  private static Release film(String heading, Offer.Builder offer) {
    Post post = Post.at(URI.create("https://films.example/film"), heading).build();
    return Release.of(ReleaseKey.of("films", heading))
        .with(new Listing("films", post, offer.build(), Instant.EPOCH));
  }
}
