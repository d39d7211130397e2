package org.betor.p2p.internal.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.metainfo.MetainfoException;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which a client keeps what it knows of its torrents: a torrent file and a record for
 * each. A file is replaced as a whole, so a crash leaves the old or the new one. Safe for use by
 * several threads, as long as each torrent has one at a time.
 */
final class Records {
  private static final Logger LOG = LoggerFactory.getLogger(Records.class);
  private static final String RECORD = ".resume";
  private static final String TORRENT = ".torrent";
  private static final String DHT = "dht.nodes";

  private final Path folder;

  Records(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** All that can be read, in the order of the torrents; what is damaged is logged and left. */
  List<Kept> read() throws IOException {
    List<Path> records;
    try (Stream<Path> files = Files.list(folder)) {
      records = files.filter(file -> file.toString().endsWith(RECORD)).toList();
    }
    List<Kept> kept = new ArrayList<>();
    for (Path record : records) {
      read(record).ifPresent(kept::add);
    }
    kept.sort(Comparator.comparingLong(each -> each.resume.number()));
    return kept;
  }

  private Optional<Kept> read(Path record) {
    try {
      Resume resume = Resume.read(Files.readAllBytes(record));
      InfoHash torrent = resume.link().infoHash().orElseThrow();
      if (!record.equals(file(torrent, RECORD))) {
        throw new MalformedException("it is damaged: it speaks of " + torrent);
      }
      return Optional.of(new Kept(resume, metainfo(torrent)));
    } catch (IOException e) {
      LOG.error(
          "The torrent of {} is lost to the client, its files are not: {}", record, e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Metainfo> metainfo(InfoHash torrent) {
    Path file = file(torrent, TORRENT);
    try {
      Metainfo metainfo = Metainfo.read(file);
      if (!metainfo.infoHash().equals(Optional.of(torrent))) {
        throw new MalformedException("it holds " + metainfo);
      }
      return Optional.of(metainfo);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | MetainfoException e) {
      LOG.error("{} is damaged, the torrent's metadata is fetched again", file, e);
      return Optional.empty();
    }
  }

  void write(Resume resume) throws IOException {
    replace(file(resume.link().infoHash().orElseThrow(), RECORD), resume.bytes());
  }

  void writeTorrent(InfoHash torrent, byte[] file) throws IOException {
    replace(file(torrent, TORRENT), file);
  }

  void delete(InfoHash torrent) throws IOException {
    Files.deleteIfExists(file(torrent, RECORD));
    Files.deleteIfExists(file(torrent, TORRENT));
  }

  /** What {@link #writeDht} wrote last; nothing if it never did. */
  byte[] readDht() throws IOException {
    try {
      return Files.readAllBytes(folder.resolve(DHT));
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  void writeDht(byte[] state) throws IOException {
    replace(folder.resolve(DHT), state);
  }

  private Path file(InfoHash torrent, String kind) {
    return folder.resolve(torrent.hex() + kind);
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * What was kept of a torrent.
   *
   * @param resume how far it was
   * @param metainfo what it holds; empty if that is not known
   */
  record Kept(Resume resume, Optional<Metainfo> metainfo) {}
}
