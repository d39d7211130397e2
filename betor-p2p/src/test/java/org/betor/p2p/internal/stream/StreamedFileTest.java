package org.betor.p2p.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentException.Reason;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class StreamedFileTest {
  private static final int PIECE = 10;

  /** What is read is the second file: its first byte is the sixth of piece 2. */
  private final InventedTorrent torrent = InventedTorrent.folder(PIECE, 25, 60);

  private final byte[] content = torrent.content(1);
  private final List<Integer> doubted = new ArrayList<>();
  private final List<Integer> told = new ArrayList<>();
  private final Arrivals arrivals = new Arrivals("Sintel", (piece, asOf) -> doubted.add(piece));
  @TempDir private Path folder;
  private StreamedFile file;

  @BeforeEach
  void open() throws IOException {
    Path path = Files.write(folder.resolve("Sintel.mkv"), content);
    Course course =
        new Course() {
          @Override
          public void at(int piece) {
            told.add(piece);
          }

          @Override
          public void end() {
            told.add(-1);
          }
        };
    file =
        new StreamedFile(
            arrivals,
            torrent.grid(),
            torrent.metainfo().files().get(1),
            path,
            Duration.ofMillis(10),
            course);
  }

  @Test
  void givesWhatIsVerifiedAndNoByteMore() throws Exception {
    arrivals.gained(2);
    arrivals.gained(3);
    arrivals.gained(5);

    ByteBuffer target = ByteBuffer.allocate(100);
    assertThat(file.read(target)).isEqualTo(15);
    assertThat(Arrays.copyOf(target.array(), 15)).isEqualTo(Arrays.copyOf(content, 15));
    assertThatThrownBy(() -> file.read(target)).isInstanceOf(SocketTimeoutException.class);
    assertThat(file.position()).isEqualTo(15);
    assertThat(target.position()).isEqualTo(15);
  }

  @Test
  void tellsNobodyWhereItIsOnceAllIsHere() throws Exception {
    arrivals.found(pieces(0, 9));

    ByteBuffer target = ByteBuffer.allocate(60);
    while (target.hasRemaining()) {
      target.limit(target.position() + 1);
      file.read(target);
      target.limit(60);
    }

    assertThat(target.array()).isEqualTo(content);
    assertThat(told).isEmpty();
  }

  @Test
  void tellsWhereItIsFromPieceToPieceAndAtSeeks() throws Exception {
    arrivals.found(pieces(2, 6));
    for (int i = 0; i < 16; i++) {
      file.read(ByteBuffer.allocate(1));
    }
    file.position(59);
    file.position(60);
    file.close();

    assertThat(told).containsExactly(2, 3, 4, 8, -1);
  }

  @Test
  void looksAtWhatIsDoubtfulBeforeItGivesIt() throws Exception {
    arrivals.remembered(pieces(0, 9));
    assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1)))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(doubted).containsExactly(2);

    arrivals.checked(2, true, arrivals.edition());
    assertThat(file.read(ByteBuffer.allocate(100))).isEqualTo(5);
  }

  @Test
  void believesNoCheckThatWasOvertaken() {
    arrivals.remembered(pieces(0, 9));
    assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1)))
        .isInstanceOf(SocketTimeoutException.class);
    int before = arrivals.edition();
    arrivals.doubt();
    arrivals.checked(2, true, before);

    assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void looksAgainWhereItWasOvertaken() throws Exception {
    arrivals.remembered(pieces(0, 9));
    assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1)))
        .isInstanceOf(SocketTimeoutException.class);
    int before = arrivals.edition();
    arrivals.doubt();
    arrivals.checked(2, true, before);
    assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1)))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(doubted).containsExactly(2, 2);

    arrivals.checked(2, true, arrivals.edition());
    assertThat(file.read(ByteBuffer.allocate(100))).isEqualTo(5);
  }

  @Test
  void givesNothingOfATorrentInTroubleEvenIfItIsHere() throws Exception {
    arrivals.found(pieces(0, 9));
    assertThat(file.read(ByteBuffer.allocate(1))).isEqualTo(1);

    arrivals.trouble(new TorrentException(Reason.FILES, "the disk is full"));
    assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("Sintel: the disk is full");
    arrivals.trouble(null);
    assertThat(file.read(ByteBuffer.allocate(1))).isEqualTo(1);

    arrivals.end(new TorrentException(Reason.REMOVED, "it was removed"));
    arrivals.trouble(null);
    assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1)))
        .hasMessage("Sintel: it was removed");
  }

  @Test
  void saysSoIfTheFileWasCutShort() throws Exception {
    arrivals.found(pieces(0, 9));
    Files.write(folder.resolve("Sintel.mkv"), new byte[7]);

    assertThatThrownBy(() -> file.position(30).read(ByteBuffer.allocate(1)))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("Sintel.mkv");
  }

  private static BitSet pieces(int from, int to) {
    BitSet pieces = new BitSet();
    pieces.set(from, to);
    return pieces;
  }
}
