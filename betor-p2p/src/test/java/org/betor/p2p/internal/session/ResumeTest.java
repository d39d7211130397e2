package org.betor.p2p.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.disk.Stamp;
import org.junit.jupiter.api.Test;

class ResumeTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");

  @Test
  void isReadAsItWasWritten() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      Resume resume = random(SINTEL, random);
      assertThat(Resume.read(resume.bytes())).isEqualTo(resume);
    }
  }

  @Test
  void leavesPeersOutWhoseAddressIsNotKnown() throws Exception {
    Resume resume = random(SINTEL, new Random(2));
    InetSocketAddress known = new InetSocketAddress(InetAddress.getLoopbackAddress(), 6881);
    InetSocketAddress unknown = InetSocketAddress.createUnresolved("gone.example", 6881);

    Resume read = Resume.read(with(resume, List.of(unknown, known)).bytes());

    assertThat(read.peers()).containsExactly(known);
  }

  @Test
  void isReadOrRefusedWhicheverByteIsDamaged() {
    byte[] bytes = random(SINTEL, new Random(3)).bytes();
    Random random = new Random(4);
    for (int at = 0; at < bytes.length; at++) {
      for (int damage : new int[] {1, 2, 8, 0x80, 0xff, random.nextInt(1, 256)}) {
        byte[] damaged = bytes.clone();
        damaged[at] ^= (byte) damage;
        readOrRefuse(damaged);
      }
    }
  }

  @Test
  void isRefusedWhenItsEndIsMissing() {
    byte[] bytes = random(SINTEL, new Random(5)).bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Resume.read(cut));
    }
  }

  @Test
  void isRefusedWhenItIsOfALaterVersion() throws Exception {
    Dictionary map = Dictionary.read(random(SINTEL, new Random(6)).bytes());
    map.values().put("version", 2L);

    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> Resume.read(Bencode.write(map)))
        .withMessageContaining("version 2");
  }

  private static void readOrRefuse(byte[] damaged) {
    try {
      assertThat(Resume.read(damaged).link().infoHash()).isPresent();
    } catch (MalformedException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  static Resume with(Resume resume, List<InetSocketAddress> peers) {
    return new Resume(
        resume.number(),
        resume.link(),
        resume.intent(),
        resume.pieces(),
        resume.stamps(),
        resume.downloaded(),
        resume.uploaded(),
        resume.seededSeconds(),
        peers);
  }

  static Resume random(InfoHash torrent, Random random) {
    BitSet pieces = new BitSet();
    List<Stamp> stamps = new ArrayList<>();
    List<InetSocketAddress> peers = new ArrayList<>();
    for (int left = random.nextInt(6); left > 0; left--) {
      pieces.set(random.nextInt(100));
      stamps.add(random.nextBoolean() ? Stamp.ABSENT : new Stamp(random.nextLong() >>> 1, left));
      peers.add(new InetSocketAddress(address(random), random.nextInt(65_536)));
    }
    return new Resume(
        random.nextInt(1_000),
        MagnetLink.of(torrent),
        IntentTest.random(random),
        pieces,
        stamps,
        random.nextLong() >>> 1,
        random.nextLong() >>> 1,
        random.nextLong() >>> 1,
        peers);
  }

  private static InetAddress address(Random random) {
    byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
    random.nextBytes(bytes);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
