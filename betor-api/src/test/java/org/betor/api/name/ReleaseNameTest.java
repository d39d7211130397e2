package org.betor.api.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseNameTest {

  @Test
  void saysWhatAFilmsNameSays() {
    ReleaseName name = ReleaseName.parse("Sintel.2010.1080p.BluRay.x264-GROUP");

    assertThat(name.title()).isEqualTo("Sintel");
    assertThat(name.year()).hasValue(2010);
    assertThat(name.quality()).hasToString("BluRay 1080p");
    assertThat(name.videoCodec()).hasValue("x264");
    assertThat(name.group()).hasValue("GROUP");
  }

  @Test
  void knowsThePlaceOfEachPart() {
    ReleaseName name = ReleaseName.parse("Sintel.2010.1080p.Blu-ray");

    assertThat(name.parts())
        .containsExactly(
            new Part(Kind.TITLE, "Sintel", 0, 6),
            new Part(Kind.YEAR, "2010", 7, 11),
            new Part(Kind.RESOLUTION, "1080p", 12, 17),
            new Part(Kind.SOURCE, "BluRay", 18, 25));
  }

  @Test
  void saysATitleAndNothingElseOfANameThatSaysNothing() {
    ReleaseName name = ReleaseName.parse("big buck bunny");

    assertThat(name.parts()).containsExactly(new Part(Kind.TITLE, "big buck bunny", 0, 14));
  }
}
