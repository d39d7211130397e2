package org.betor.providers.torznab;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.model.Episodes;
import org.betor.api.model.Quality;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseNameTest {

  @ParameterizedTest
  @CsvSource({
    "Sintel.2010.1080p.WEB-DL, WEB-DL 1080p",
    "Sintel 2010 2160p UHD BluRay REMUX, Remux 2160p",
    "Sintel.4K.WEBRip, WEBRip 2160p",
    "Sintel (4K restoration) [1080p] [Blu-Ray], BluRay 1080p",
    "Show.S01E02.720p.WEB.H264, WEB-DL 720p",
    "Show.S01E02.HDTV.x264, HDTV",
    "sintel.dvdrip.480p, DVD 480p",
    "Sintel HDCAM, CAM",
    "Cam 2018 1080p, 1080p",
    "Charlotte's Web 1973 DVDRip, DVD"
  })
  void saysTheQuality(String name, String quality) {
    assertThat(new ReleaseName(name).quality()).hasToString(quality);
  }

  @ParameterizedTest
  @CsvSource({
    "Show.S01E02.1080p, S01E02",
    "Show s1e2, S01E02",
    "Show.S01.E02, S01E02",
    "Show.S01E01-E03.720p, 'S01E01-E03'",
    "Show.S01E01-03.720p, 'S01E01-E03'",
    "Show.S01E01-S01E03, 'S01E01-E03'",
    "Show.S01E01E02-720p, 'S01E01-E02'",
    "Show.S01E05-2160p, S01E05",
    "Show.S01E20-S02E03, 'S01-S02'",
    "Show 1x02 HDTV, S01E02",
    "Show.S01.COMPLETE, S01",
    "Show S01-S03 1080p, 'S01-S03'",
    "Show.S01-10bit, S01",
    "Show.S00E01, S00E01",
    "Лимите.S02E09, S02E09"
  })
  void saysThePartOfASeries(String name, String part) {
    assertThat(new ReleaseName(name).episodes()).hasToString(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Sintel", "Sintel.2010.AAC5.1x264", "Camera of the Web", "Dogs01", "1920x1080"})
  void leavesTheRestUnknown(String name) {
    assertThat(new ReleaseName(name).quality()).isEqualTo(Quality.UNKNOWN);
    assertThat(new ReleaseName(name).episodes()).isEqualTo(Episodes.NONE);
  }
}
