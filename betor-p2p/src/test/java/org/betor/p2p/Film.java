package org.betor.p2p;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.SeedOptions;
import org.betor.p2p.internal.making.TorrentMaker;

/**
 * A file to be shared, of random bytes.
 *
 * @param path where it stands
 * @param bytes its content
 * @param metainfo its torrent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Film(Path path, byte[] bytes, Metainfo metainfo) {
  static final String NAME = "Sintel.2010.mkv";
  static final int PIECE_BYTES = 64 << 10;
  static final SeedOptions OPTIONS = SeedOptions.builder().pieceBytes(PIECE_BYTES).build();

  /** Makes one in a folder, which is made too. */
  static Film in(Path folder, int bytes) throws IOException, InterruptedException {
    return in(folder, bytes, OPTIONS);
  }

  static Film in(Path folder, int size, SeedOptions options)
      throws IOException, InterruptedException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Path path = Files.write(Files.createDirectories(folder).resolve(NAME), bytes);
    return new Film(path, bytes, metainfo(path, options));
  }

  static Metainfo metainfo(Path content, SeedOptions options)
      throws IOException, InterruptedException {
    return new TorrentMaker(InstantSource.system()).make(content, options).file().metainfo();
  }

  InfoHash infoHash() {
    return metainfo.infoHash().orElseThrow();
  }

  byte[] block(int piece, int offset, int length) {
    int start = Math.toIntExact(piece * metainfo.pieceBytes() + offset);
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /** The same block, with another first byte. */
  byte[] corrupt(int piece, int offset, int length) {
    byte[] block = block(piece, offset, length);
    block[0]++;
    return block;
  }
}
