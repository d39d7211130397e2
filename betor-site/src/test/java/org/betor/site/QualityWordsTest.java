package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "WEB-DL 1080p (MKV) = WEB-DL 1080p",
        "WEBDL 720p = WEB-DL 720p",
        "WEB DL = WEB-DL",
        "AMZN WEB = WEB-DL",
        "Sintel.2010.720p.WEB.H264-GRP = WEB-DL 720p",
        "WEBRip 4K = WEBRip 2160p",
        "Blu-ray Rip 720p = BluRay 720p",
        "BluRay = BluRay",
        "BDRip 1080p = BluRay 1080p",
        "BRRip = BluRay",
        "BluRay REMUX 1080p = Remux 1080p",
        "Bluray-1080p-Remux = Remux 1080p",
        "REMUX BluRay UHD = Remux 2160p",
        "HDTV 720p = HDTV 720p",
        "HDTV = HDTV",
        "DVDRip = DVD",
        "HDCAM = CAM",
        "HD-TS = TS",
        "SDTV = SDTV",
        "1080p / WEB-DL = WEB-DL 1080p",
        "FULL HD = 1080p",
        "ULTRA HD = 2160p",
        "4K 2160p HDR = 2160p",
        "1080p HD = 1080p",
        "HD 1080p = 1080p",
        "MKV HD = 720p",
        "480p = 480p",
        "576p = 576p",
        "SD = 480p",
        "720p e 1080p = 1080p"
      })
  void readsSourceAndResolution(String words, String quality) {
    assertThat(QualityWords.of(words)).hasToString(quality);
  }

  @ParameterizedTest
  @CsvSource({
    "Servidores para download",
    "Sintel website",
    "camaleão",
    "x264",
    "HDR",
    "2160",
    "HD-Rip"
  })
  void doesNotReadWhatIsNotThere(String words) {
    assertThat(QualityWords.of(words)).hasToString("");
  }

  @Test
  void whatIsSaidTwiceIsSure() {
    assertThat(QualityWords.unambiguous("WEB-DL 4K 2160p UHD")).hasToString("WEB-DL 2160p");
    assertThat(QualityWords.unambiguous("BluRay Remux 1080p")).hasToString("Remux 1080p");
    assertThat(QualityWords.unambiguous("HD 1080p")).hasToString("1080p");
  }

  @Test
  void whatIsSaidInTwoWaysIsNot() {
    assertThat(QualityWords.unambiguous("WEB-DL 720p | 1080p")).hasToString("WEB-DL");
    assertThat(QualityWords.unambiguous("WEB-DL ou BluRay 720p")).hasToString("720p");
  }
}
