package org.betor.p2p.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.betor.p2p.internal.bencode.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final BlockRequest BLOCK = new BlockRequest(7, 16_384, 16_384);
  private static final int FEWEST_BYTES_OF_A_HEAD = 5;

  private final HeardMessages heard = new HeardMessages();
  private final List<Outgoing> said = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  @Test
  void readsEveryMessageThatWeWrite() throws Exception {
    sayEverything();

    MessageReader.read(ByteBuffer.wrap(bytes()), heard);

    assertThat(heard.lines).isEqualTo(expected);
  }

  @Test
  void readsMessagesThatComeByteByByte() throws Exception {
    sayEverything();

    readInChunks(() -> 1);

    assertThat(heard.lines).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void readsManyMessagesInWhateverChunksTheyCome(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      sayOne(random);
    }

    readInChunks(() -> 1 + random.nextInt(random.nextBoolean() ? 6 : 40_000));

    assertThat(heard.lines).isEqualTo(expected);
  }

  @Test
  void writesABitfieldWithTheFirstPieceInTheHighestBit() throws Exception {
    BitSet pieces = new BitSet();
    pieces.set(0);
    pieces.set(9);

    MessageReader.read(written(Outgoing.bitfield(pieces, 10)), heard);

    assertThat(heard.lines).containsExactly("bitfield 8040");
  }

  @Test
  void readsTheBitfieldOfTheLargestTorrentAndNoLarger() throws Exception {
    BitSet all = new BitSet();
    all.set(0, 1 << 21);
    MessageReader.read(written(Outgoing.bitfield(all, 1 << 21)), heard);
    assertThat(heard.lines).hasSize(1);

    assertRefused(head((1 << 18) + 2, MessageReader.BITFIELD), "262146 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 20, 0, 4, 99, 255})
  void refusesLongMessagesAsSoonAsTheirHeadIsHere(int type) throws Exception {
    MessageReader.read(head(64 << 10, type), heard);
    assertThat(heard.lines).isEmpty();

    assertRefused(head((64 << 10) + 1, type), "65537 bytes");
  }

  @Test
  void refusesALengthThatNoMessageHasBeforeItsTypeIsHere() {
    assertRefused(ByteBuffer.allocate(4).putInt(0, -1), "4294967295 bytes");
    assertRefused(ByteBuffer.allocate(4).putInt(0, 1 << 20), "1048576 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 13, 17, 21, 99, 128, 255})
  void leavesMessagesThatItDoesNotKnow(int type) throws Exception {
    ByteBuffer unknown = ByteBuffer.allocate(4 + 1 + 3 + 5);
    unknown.putInt(4).put((byte) type).put(new byte[3]);
    unknown.put(written(Outgoing.haveAll())).flip();

    MessageReader.read(unknown, heard);

    assertThat(heard.lines).containsExactly("have all");
  }

  @ParameterizedTest
  @CsvSource({"4,4", "6,12", "7,8", "8,12", "9,2", "16,12", "20,1"})
  void refusesMessagesThatAreTooShort(int type, int needed) throws Exception {
    for (int payload = 0; payload < needed; payload++) {
      ByteBuffer message = ByteBuffer.allocate(5 + payload);
      message.putInt(0, 1 + payload).put(4, (byte) type);
      assertRefused(message, "too short");
    }
    ByteBuffer enough = ByteBuffer.allocate(5 + needed);
    MessageReader.read(enough.putInt(0, 1 + needed).put(4, (byte) type), heard);
    assertThat(heard.lines).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"4,0", "6,0", "6,4", "6,8", "7,0", "7,4", "8,8", "16,4"})
  void refusesNumbersThatPiecesCannotHave(int type, int at) {
    ByteBuffer message = ByteBuffer.allocate(5 + 12).putInt(0, 13).put(4, (byte) type);

    assertRefused(message.putInt(5 + at, -5), "4294967291");
  }

  private void assertRefused(ByteBuffer bytes, String why) {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> MessageReader.read(bytes, heard))
        .withMessageContaining(why);
  }

  private static ByteBuffer head(int length, int type) {
    return ByteBuffer.allocate(FEWEST_BYTES_OF_A_HEAD).putInt(0, length).put(4, (byte) type);
  }

  private void readInChunks(IntSupplier size) throws MalformedException {
    byte[] all = bytes();
    ByteBuffer here = ByteBuffer.allocate(all.length);
    for (int at = 0; at < all.length; ) {
      int count = Math.min(size.getAsInt(), all.length - at);
      here.put(all, at, count).flip();
      MessageReader.read(here, heard);
      here.compact();
      at += count;
    }
    assertThat(here.position()).isZero();
  }

  private byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    said.forEach(message -> all.writeBytes(written(message).array()));
    return all.toByteArray();
  }

  private static ByteBuffer written(Outgoing message) {
    return ByteBuffer.allocate(message.remaining())
        .put(message.head().duplicate())
        .put(message.content().duplicate())
        .flip();
  }

  private void sayEverything() {
    for (int kind = 0; kind < 16; kind++) {
      say(kind, BLOCK, new byte[] {1, 2, 3});
    }
  }

  private void sayOne(Random random) {
    byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 40_000 : 40)];
    random.nextBytes(bytes);
    BlockRequest block =
        new BlockRequest(random.nextInt() >>> 1, random.nextInt() >>> 1, random.nextInt() >>> 1);
    say(random.nextInt(16), block, bytes);
  }

  private void say(int kind, BlockRequest block, byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes);
    switch (kind) {
      case 0 -> say(Outgoing.choke(true), "choke true");
      case 1 -> say(Outgoing.choke(false), "choke false");
      case 2 -> say(Outgoing.interested(true), "interested true");
      case 3 -> say(Outgoing.interested(false), "interested false");
      case 4 -> say(Outgoing.have(block.piece()), "have " + block.piece());
      case 5 -> sayBits(bytes);
      case 6 -> say(Outgoing.request(block), "request " + block);
      case 7 ->
          say(
              Outgoing.block(block, ByteBuffer.wrap(bytes)),
              "block " + block.piece() + " " + block.offset() + " " + hex);
      case 8 -> say(Outgoing.cancel(block), "cancel " + block);
      case 9 -> say(Outgoing.dhtPort(65_535), "dht port 65535");
      case 10 -> say(Outgoing.haveAll(), "have all");
      case 11 -> say(Outgoing.haveNone(), "have none");
      case 12 -> say(Outgoing.reject(block), "reject " + block);
      case 13 -> say(Outgoing.extended(0, bytes), "extended 0 " + hex);
      case 14 -> say(Outgoing.extended(255, bytes), "extended 255 " + hex);
      default -> said.add(Outgoing.keepAlive());
    }
  }

  private void sayBits(byte[] bytes) {
    BitSet pieces = new BitSet();
    for (int i = 0; i < Byte.SIZE * bytes.length; i++) {
      pieces.set(i, (bytes[i / 8] & (0x80 >>> (i % 8))) != 0);
    }
    say(
        Outgoing.bitfield(pieces, Byte.SIZE * bytes.length),
        "bitfield " + HexFormat.of().formatHex(bytes));
  }

  private void say(Outgoing message, String line) {
    said.add(message);
    expected.add(line);
  }
}
