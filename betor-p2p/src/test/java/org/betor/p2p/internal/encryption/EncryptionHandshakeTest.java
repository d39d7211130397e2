package org.betor.p2p.internal.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.betor.p2p.internal.encryption.PayloadMethod.PLAINTEXT;
import static org.betor.p2p.internal.encryption.PayloadMethod.RC4;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionHandshakeTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");
  private static final InfoHash OTHER = new InfoHash("dd8255ecdc7ca55fb0bbf81323d87062db1f6d1c");
  private static final byte[] HELLO = "hello".getBytes(US_ASCII);
  private static final Set<PayloadMethod> BOTH = Set.of(PLAINTEXT, RC4);
  private static final HexFormat HEX = HexFormat.of();

  private static final BigInteger ALL_KEYS = BigInteger.ONE.shiftLeft(768);
  private static final BigInteger PRIME =
      new BigInteger(
          "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74"
              + "020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437"
              + "4fe1356d6d51c245e485b576625e7ec6f44c42e9a63a36210000000000090563",
          16);

  private final SecureRandom random = new SecureRandom();
  private final KnownTorrents torrents = new KnownTorrents();

  @BeforeEach
  void knowTorrents() {
    torrents.add(OTHER);
    torrents.add(SINTEL);
  }

  @ParameterizedTest
  @CsvSource({
    "PLAINTEXT+RC4, RC4+PLAINTEXT, RC4",
    "PLAINTEXT+RC4, PLAINTEXT+RC4, PLAINTEXT",
    "PLAINTEXT+RC4, RC4, RC4",
    "PLAINTEXT+RC4, PLAINTEXT, PLAINTEXT",
    "RC4, PLAINTEXT+RC4, RC4",
    "RC4, RC4, RC4",
    "PLAINTEXT, RC4+PLAINTEXT, PLAINTEXT",
    "PLAINTEXT, PLAINTEXT, PLAINTEXT"
  })
  void agreesOnTheBestMethodThatBothSidesKnow(
      String offered, String accepted, PayloadMethod expected) throws MalformedException {
    TwoPeers peers =
        peers(
            EncryptionHandshake.initiate(SINTEL, Set.copyOf(methods(offered)), HELLO, random),
            EncryptionHandshake.accept(torrents, methods(accepted), random));

    peers.talk();

    assertThat(peers.initiator.stream().method()).isEqualTo(expected);
    assertThat(peers.acceptor.stream().method()).isEqualTo(expected);
    assertAllIsUnderstood(peers);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 97, 100_000})
  void doesNotMindHowTheBytesArrive(int chunk) throws MalformedException {
    assertAllIsUnderstood(new TwoPeers(initiator(HELLO), acceptor(), () -> chunk).talk());
  }

  @Test
  void doesNotMindBytesInRandomChunks() throws MalformedException {
    Random chunks = new Random(1);
    for (int i = 0; i < 50; i++) {
      assertAllIsUnderstood(
          new TwoPeers(initiator(HELLO), acceptor(), () -> 1 + chunks.nextInt(60)).talk());
    }
  }

  @Test
  void takesEveryLengthOfPads() throws MalformedException {
    for (int pad = 0; pad <= 512; pad++) {
      SecureRandom padded = new ForeseenRandom(0x5a, pad);
      assertAllIsUnderstood(
          peers(
                  EncryptionHandshake.initiate(SINTEL, BOTH, HELLO, padded),
                  EncryptionHandshake.accept(
                      torrents, List.of(RC4), new ForeseenRandom(0x77, 512 - pad)))
              .talk());
    }
  }

  @Test
  void brings16KibibytesWithinTheHandshakeAtMost() throws MalformedException {
    byte[] payload = new byte[16 << 10];
    new Random(2).nextBytes(payload);

    TwoPeers peers = peers(initiator(payload), acceptor()).talk();

    assertThat(peers.acceptor.stream().initialPayload()).isEqualTo(payload);
    assertThatIllegalArgumentException().isThrownBy(() -> initiator(new byte[(16 << 10) + 1]));
  }

  @Test
  void needsNoInitialPayload() throws MalformedException {
    TwoPeers peers = peers(initiator(new byte[0]), acceptor()).talk();

    assertThat(peers.acceptor.stream().initialPayload()).isEmpty();
    assertThat(peers.saidByInitiator("Sintel")).isEqualTo("Sintel");
  }

  @Test
  void leavesWhatFollowsTheHandshake() throws MalformedException {
    EncryptionHandshake initiator = initiator(HELLO);
    EncryptionHandshake acceptor = acceptor();
    acceptor.receive(ByteBuffer.wrap(initiator.toSend()));
    initiator.receive(ByteBuffer.wrap(acceptor.toSend()));
    acceptor.receive(ByteBuffer.wrap(initiator.toSend()));
    byte[] last = acceptor.toSend();
    ByteBuffer message = ByteBuffer.wrap("Sintel".getBytes(US_ASCII));
    acceptor.stream().outgoing().apply(message);
    ByteBuffer both = ByteBuffer.allocate(last.length + 6).put(last).put(message).flip();

    initiator.receive(both);

    assertThat(both.remaining()).isEqualTo(6);
    initiator.stream().incoming().apply(both);
    assertThat(both).isEqualTo(ByteBuffer.wrap("Sintel".getBytes(US_ASCII)));
  }

  /** The expected bytes were computed by another program, from the specification alone. */
  @Test
  void sendsWhatTheSpecificationSays() throws MalformedException {
    EncryptionHandshake initiator =
        EncryptionHandshake.initiate(SINTEL, BOTH, HELLO, new ForeseenRandom(0x11, 0));
    EncryptionHandshake acceptor =
        EncryptionHandshake.accept(torrents, List.of(RC4, PLAINTEXT), new ForeseenRandom(0x22, 0));

    byte[] key = initiator.toSend();
    acceptor.receive(ByteBuffer.wrap(key));
    byte[] otherKey = acceptor.toSend();
    initiator.receive(ByteBuffer.wrap(otherKey));
    byte[] offer = initiator.toSend();
    acceptor.receive(ByteBuffer.wrap(offer));
    byte[] selection = acceptor.toSend();
    initiator.receive(ByteBuffer.wrap(selection));

    assertThat(HEX.formatHex(key))
        .isEqualTo(
            "3476dc8d123697fcc69e9121618a08514ffa536506df209ce956ad3cf819f76f"
                + "3fcebc46f4e8be364ec8f1445b9dbf8a9528ca7bfbc89ad13f28137640a2cfd1"
                + "055d55d5cc6676d18b410e086631309e95fa7b0dae2b8379186b17ad3472c755");
    assertThat(HEX.formatHex(otherKey))
        .isEqualTo(
            "0816092aa9b6a0bfdd7b86a6bac830dea6c71c4008a1fb53b69dc1c4acd99f8f"
                + "3cf79d9d9ac411e18b59c0b58146912e51d0e508d20064b8633a85e20061823d"
                + "9284b907b2dd0612884e61e9ebb8c9b462eda2f227491a6082bc58d6a1315c39");
    assertThat(HEX.formatHex(offer))
        .isEqualTo(
            "32dd7e3b16e8d7a1b444ea3f4167e202514f9feb486f58884ddb01927151772f"
                + "d10da14c63048b0ee64878313fbeffc71eb54a27dac1f93c5893bd1382");
    assertThat(HEX.formatHex(selection)).isEqualTo("4682b7489367a662ee227908e8aa");
    assertThat(enciphered(initiator)).isEqualTo("e63c6c3bb0db");
    assertThat(enciphered(acceptor)).isEqualTo("10fbb676a7e0");
  }

  @Test
  void refusesATorrentThatIsNotHere() {
    torrents.remove(SINTEL);

    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> peers(initiator(HELLO), acceptor()).talk())
        .withMessageContaining("torrent");
  }

  @ParameterizedTest
  @CsvSource({"RC4, PLAINTEXT", "PLAINTEXT, RC4"})
  void refusesAPeerWithoutACommonMethod(PayloadMethod offered, PayloadMethod accepted) {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(
            () ->
                peers(
                        EncryptionHandshake.initiate(SINTEL, Set.of(offered), HELLO, random),
                        EncryptionHandshake.accept(torrents, List.of(accepted), random))
                    .talk())
        .withMessageContaining("no offered encryption");
  }

  @Test
  void refusesGarbageAsSoonAsNoPadIsThatLong() {
    byte[] garbage = new byte[4 << 20];
    new Random(3).nextBytes(garbage);

    for (EncryptionHandshake side : List.of(acceptor(), initiator(HELLO))) {
      ByteBuffer bytes = ByteBuffer.wrap(garbage);
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> side.receive(bytes))
          .withMessageContaining("512 bytes");
      assertThat(bytes.position()).isLessThanOrEqualTo(96 + 512 + 20);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void refusesAPublicKeyThatMakesTheSecretKnown(int beside) {
    for (BigInteger multiple : List.of(BigInteger.ZERO, PRIME)) {
      byte[] key = new byte[97];
      byte[] digits = multiple.add(BigInteger.valueOf(beside)).mod(ALL_KEYS).toByteArray();
      System.arraycopy(digits, 0, key, key.length - digits.length, digits.length);

      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> acceptor().receive(ByteBuffer.wrap(key, 1, 96)))
          .withMessageContaining("public key");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, cannot be deciphered", "7, cannot be deciphered", "12, a pad of"})
  void refusesAnOfferThatWasChangedOnTheWay(int at, String why) throws MalformedException {
    EncryptionHandshake initiator = initiator(HELLO);
    EncryptionHandshake acceptor = acceptor();
    acceptor.receive(ByteBuffer.wrap(initiator.toSend()));
    initiator.receive(ByteBuffer.wrap(acceptor.toSend()));
    byte[] offer = initiator.toSend();
    offer[40 + at] ^= (byte) 0x80;

    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> acceptor.receive(ByteBuffer.wrap(offer)))
        .withMessageContaining(why);
  }

  @Test
  void refusesASelectionThatWasNotOffered() throws MalformedException {
    EncryptionHandshake initiator = initiator(HELLO);
    EncryptionHandshake acceptor = acceptor();
    acceptor.receive(ByteBuffer.wrap(initiator.toSend()));
    initiator.receive(ByteBuffer.wrap(acceptor.toSend()));
    acceptor.receive(ByteBuffer.wrap(initiator.toSend()));
    byte[] selection = acceptor.toSend();
    selection[11] ^= 1; // both methods at once

    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> initiator.receive(ByteBuffer.wrap(selection)))
        .withMessageContaining("not offered");
  }

  @Test
  void hasNoStreamBeforeItIsDone() {
    assertThatIllegalStateException().isThrownBy(() -> acceptor().stream());
  }

  private void assertAllIsUnderstood(TwoPeers peers) {
    EncryptedStream accepted = peers.acceptor.stream();
    assertThat(accepted.torrent()).isEqualTo(SINTEL);
    assertThat(accepted.initialPayload()).isEqualTo(HELLO);
    assertThat(peers.saidByInitiator("Sintel")).isEqualTo("Sintel");
    assertThat(peers.saidByAcceptor("Big Buck Bunny")).isEqualTo("Big Buck Bunny");
    assertThat(peers.saidByInitiator("Tears of Steel")).isEqualTo("Tears of Steel");
  }

  private EncryptionHandshake initiator(byte[] payload) {
    return EncryptionHandshake.initiate(SINTEL, BOTH, payload, random);
  }

  private EncryptionHandshake acceptor() {
    return EncryptionHandshake.accept(torrents, List.of(RC4, PLAINTEXT), random);
  }

  private static TwoPeers peers(EncryptionHandshake initiator, EncryptionHandshake acceptor) {
    return new TwoPeers(initiator, acceptor, () -> Integer.MAX_VALUE);
  }

  private static List<PayloadMethod> methods(String names) {
    return List.of(names.split("\\+", -1)).stream().map(PayloadMethod::valueOf).toList();
  }

  private static String enciphered(EncryptionHandshake side) {
    byte[] bytes = "Sintel".getBytes(US_ASCII);
    side.stream().outgoing().apply(ByteBuffer.wrap(bytes));
    return HEX.formatHex(bytes);
  }
}
