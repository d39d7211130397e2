package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.junit.jupiter.api.Test;

class QualityTest {

  @Test
  void takesFromAnotherWhatItDoesNotSayItself() {
    Quality webdl = new Quality(Source.WEBDL, Resolution.UNKNOWN);
    Quality bluray1080 = new Quality(Source.BLURAY, Resolution.R1080);

    assertThat(webdl.or(bluray1080)).isEqualTo(new Quality(Source.WEBDL, Resolution.R1080));
    assertThat(bluray1080.or(webdl)).isEqualTo(bluray1080);
    assertThat(Quality.UNKNOWN.or(webdl)).isEqualTo(webdl);
  }

  @Test
  void isWrittenAsPeopleWriteIt() {
    assertThat(new Quality(Source.WEBDL, Resolution.R1080)).hasToString("WEB-DL 1080p");
    assertThat(new Quality(Source.UNKNOWN, Resolution.R2160)).hasToString("2160p");
    assertThat(new Quality(Source.CAM, Resolution.UNKNOWN)).hasToString("CAM");
    assertThat(Quality.UNKNOWN).hasToString("");
  }

  @Test
  void ranksFromTheWorstToTheBest() {
    assertThat(Source.CAM).isLessThan(Source.WEBRIP);
    assertThat(Source.BLURAY).isLessThan(Source.REMUX);
    assertThat(Resolution.R720).isLessThan(Resolution.R1080);
  }
}
