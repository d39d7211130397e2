package org.betor.p2p.internal.making;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.metainfo.MetainfoException;
import org.betor.p2p.internal.bencode.MalformedException;
import org.junit.jupiter.api.Test;

class TorrentFileTest {
  private static final URI TRACKER = URI.create("udp://tracker.example:6969/announce");
  private static final String INFO =
      "d6:lengthi1e4:name6:Sintel12:piece lengthi16384e6:pieces20:12345678901234567890"
          + "5:stays8:as it ise";

  @Test
  void keepsTheInfoDictionaryAsItIs() throws MalformedException {
    TorrentFile file =
        TorrentFile.of(
            bytes(INFO),
            List.of(List.of(), List.of(TRACKER)),
            List.of(URI.create("https://films.example/sintel")));

    Metainfo read = Metainfo.read(file.bytes());
    assertThat(read.info()).isEqualTo(bytes(INFO));
    assertThat(read.trackers()).containsExactly(List.of(TRACKER));
    assertThat(read.webSeeds()).hasSize(1);
    assertThat(file.metainfo().infoHash()).isEqualTo(read.infoHash());
  }

  @Test
  void writesNothingButTheInfoDictionaryIfThereIsNothingElse() throws MalformedException {
    assertThat(TorrentFile.of(bytes(INFO), List.of(), List.of()).bytes())
        .isEqualTo(bytes("d4:info" + INFO + "e"));
  }

  @Test
  void refusesAnInfoDictionaryThatBringsMoreWithIt() {
    String more = INFO + "8:url-list21:https://other.example";

    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> TorrentFile.of(bytes(more), List.of(), List.of()))
        .withMessageContaining("after its end");
  }

  @Test
  void refusesWhatIsNoInfoDictionary() {
    for (String info : List.of("", "d", "le", "de", "i1e", INFO + "e")) {
      assertThatExceptionOfType(MetainfoException.class)
          .isThrownBy(() -> TorrentFile.of(bytes(info), List.of(), List.of()));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
