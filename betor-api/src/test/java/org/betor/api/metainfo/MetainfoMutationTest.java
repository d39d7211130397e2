package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.betor.api.metainfo.TorrentMaker.File;
import org.betor.api.model.MagnetLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever bytes there are, they are read or refused. */
@Timeout(60)
class MetainfoMutationTest {
  private static final long SEED = 20_240_501;
  private static final int ROUNDS = 10_000;
  private static final byte[] TELLING = "0123456789ildep:-./\\\0\u00ff".getBytes(ISO_8859_1);

  private final Random random = new Random(SEED);

  @Test
  void damagedFilesAreReadOrRefused() {
    List<byte[]> files = files();
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] file = damaged(files.get(round % files.size()));
      refused += isRefused(file, "round " + round + " of seed " + SEED) ? 1 : 0;
    }
    assertThat(refused).isBetween(ROUNDS / 4, ROUNDS - ROUNDS / 50);
  }

  @Test
  void filesThatEndTooEarlyAreRefused() {
    for (byte[] file : files()) {
      for (int length = 0; length < file.length; length++) {
        assertThat(isRefused(Arrays.copyOf(file, length), "length " + length)).isTrue();
      }
    }
  }

  private static boolean isRefused(byte[] file, String which) {
    try {
      assertPromises(Metainfo.read(file), which);
      return false;
    } catch (MetainfoException refused) {
      assertThat(refused.getMessage()).as(which).startsWith(refused.where()).hasSizeLessThan(500);
      return true;
    }
  }

  private static void assertPromises(Metainfo torrent, String which) {
    assertThat(torrent.files()).as(which).isNotEmpty();
    assertThat(torrent.sizeBytes()).as(which).isPositive();
    assertThat(torrent.pieceCount()).as(which).isPositive();
    assertThat(torrent.name()).as(which).isNotEmpty().doesNotContain("/", "\\", "\0");
    for (ContentFile file : torrent.files()) {
      assertThat(List.of(file.path().split("/", -1))).as(which).doesNotContain("", ".", "..");
    }
    MagnetLink magnet = torrent.magnet();
    assertThat(magnet.infoHash()).as(which).isEqualTo(torrent.infoHash());
    assertThat(magnet.infoHashV2()).as(which).isEqualTo(torrent.infoHashV2());
    assertThat(torrent.contents(Instant.EPOCH).sizeBytes()).isEqualTo(torrent.sizeBytes());
  }

  private byte[] damaged(byte[] file) {
    byte[] damaged = file.clone();
    for (int change = random.nextInt(3); change >= 0; change--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(5)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] = TELLING[random.nextInt(TELLING.length)];
        case 2 -> damaged = joined(Arrays.copyOf(damaged, at), tail(damaged, at + 1));
        case 3 -> damaged = joined(Arrays.copyOf(damaged, at), tail(damaged, at / 2));
        default -> damaged = digitChanged(damaged);
      }
    }
    return damaged;
  }

  /** Sizes, lengths and counts are where it hurts. */
  private byte[] digitChanged(byte[] file) {
    byte[] changed = file.clone();
    for (int at = random.nextInt(file.length); at < file.length; at++) {
      if (changed[at] >= '0' && changed[at] <= '9') {
        changed[at] = (byte) ('0' + random.nextInt(10));
        break;
      }
    }
    return changed;
  }

  private static byte[] tail(byte[] file, int from) {
    return Arrays.copyOfRange(file, Math.min(from, file.length), file.length);
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] whole = Arrays.copyOf(head, Math.max(1, head.length + tail.length));
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return whole;
  }

  private static List<byte[]> files() {
    File film = new File("Big Buck Bunny.mp4", 70_000);
    File poster = new File("extras/poster.jpg", 900);
    return List.of(
        TorrentMaker.single("Sintel.mp4", 70_000).with("announce", "udp://a.example:80").bytes(),
        TorrentMaker.folder("Big Buck Bunny", film, poster).with("comment", "é").bytes(),
        TorrentMaker.v2("Big Buck Bunny", film, poster).bytes(),
        TorrentMaker.hybrid("Big Buck Bunny", film, poster).bytes());
  }
}
