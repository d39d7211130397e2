package org.betor.p2p.internal.lsd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {
  private static final InfoHash SINTEL = new InfoHash("ab".repeat(20));
  private static final InfoHash BUNNY = new InfoHash("0c".repeat(20));
  private static final InetSocketAddress GROUP = Meeting.USUAL.group();
  private static final String HASH = "Infohash: " + "ab".repeat(20) + "\r\n";

  @Test
  void isWrittenAsTheBepHasIt() {
    byte[] written = new Announcement(6881, List.of(SINTEL, BUNNY), "c00c1e").write(GROUP);

    assertThat(new String(written, ISO_8859_1))
        .isEqualTo(
            String.join(
                "\r\n",
                "BT-SEARCH * HTTP/1.1",
                "Host: 239.192.152.143:6771",
                "Port: 6881",
                "Infohash: abababababababababababababababababababab",
                "Infohash: 0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
                "cookie: c00c1e",
                "",
                "",
                ""));
  }

  @Test
  void staysWithin1400BytesHoweverManyTorrentsItNames() throws Exception {
    List<InfoHash> most = Collections.nCopies(Announcement.MAX_TORRENTS, SINTEL);

    byte[] written = new Announcement(65_535, most, "f".repeat(16)).write(GROUP);

    assertThat(written).hasSizeLessThanOrEqualTo(1_400);
    assertThat(Announcement.read(ByteBuffer.wrap(written)).torrents()).hasSameSizeAs(most);
  }

  @Test
  void readsWhatOtherClientsSay() throws Exception {
    Announcement read =
        read(
            String.join(
                "\r\n",
                "BT-SEARCH * HTTP/1.1",
                "host:239.192.152.143:6771",
                "X-New: a:b",
                "PORT:  51413 ",
                "INFOHASH: " + SINTEL.hex().toUpperCase(Locale.ROOT),
                "",
                ""));

    assertThat(read).isEqualTo(new Announcement(51_413, List.of(SINTEL), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "M-SEARCH * HTTP/1.1\r\nPort: 1\r\n\r\n",
        "BT-SEARCH * HTTP/1.1\r\n\r\n",
        "BT-SEARCH * HTTP/1.1\r\nPort: 6881\r\n\r\n",
        "BT-SEARCH * HTTP/1.1\r\nInfohash: abababababababababababababababababababab\r\n\r\n",
        "BT-SEARCH * HTTP/1.1\r\nPort: 6881\r\nInfohash: abab\r\n\r\n",
        "BT-SEARCH * HTTP/1.1\r\nPort: 6881\r\nInfohash\r\n\r\n",
        "BT-SEARCH * HTTP/1.1\r\n: 6881\r\n:::\r\n\r\n",
      })
  void refusesWhatIsNoAnnouncement(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "", "6881x", "99999999999", "+80", "٦"})
  void refusesWhatIsNoPort(String port) {
    assertThatThrownBy(() -> read("BT-SEARCH * HTTP/1.1\r\nPort: " + port + "\r\n" + HASH))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesALongOneUnread() {
    String text = "BT-SEARCH * HTTP/1.1\r\nPort: 6881\r\n" + HASH.repeat(50);

    assertThatThrownBy(() -> read(text)).hasMessageContaining("too long");
  }

  @Test
  void neverFailsInAnotherWay() {
    Random random = new Random(14);
    byte[] good = ("BT-SEARCH * HTTP/1.1\r\nPort: 6881\r\n" + HASH + "\r\n").getBytes(ISO_8859_1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int flips = random.nextInt(8); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(Announcement.read(ByteBuffer.wrap(bytes)).torrents()).isNotEmpty();
      } catch (MalformedException expected) {
        assertThat(expected).hasMessageStartingWith("it ");
      }
    }
  }

  private static Announcement read(String text) throws MalformedException {
    return Announcement.read(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
  }
}
