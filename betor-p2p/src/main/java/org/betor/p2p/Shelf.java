package org.betor.p2p;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.Torrent;
import org.betor.p2p.internal.http.Percent;
import org.betor.p2p.internal.playing.PathText;
import org.betor.p2p.internal.playing.Resource;
import org.betor.p2p.internal.playing.Site;

/** The files of a torrent, in a folder whose name nobody guesses. Safe for several threads. */
final class Shelf implements Site {
  private static final int SECRET_BYTES = 16;

  private final Torrent.Streamable torrent;
  private final String folder;
  private final Map<Integer, Long> positions = new ConcurrentHashMap<>();

  Shelf(Torrent.Streamable torrent, SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    this.torrent = torrent;
    this.folder = "/" + HexFormat.of().formatHex(secret) + "/";
  }

  /**
   * The path of a file, as it stands in addresses.
   *
   * @throws IndexOutOfBoundsException if the torrent has no such file
   */
  String path(Metainfo metainfo, int file) {
    return folder + Percent.path(metainfo.files().get(file).path());
  }

  /** Behind the last byte of the file that was read; empty if none was. */
  OptionalLong position(int file) {
    Long position = positions.get(file);
    return position == null ? OptionalLong.empty() : OptionalLong.of(position);
  }

  @Override
  public Optional<Resource> find(String path) {
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    return isInFolder(plain)
        ? torrent.metainfo().flatMap(metainfo -> find(metainfo, plain.substring(folder.length())))
        : Optional.empty();
  }

  /** Takes as long whatever the path is. */
  private boolean isInFolder(String path) {
    String start = path.substring(0, Math.min(path.length(), folder.length()));
    return MessageDigest.isEqual(start.getBytes(UTF_8), folder.getBytes(UTF_8));
  }

  private Optional<Resource> find(Metainfo metainfo, String path) {
    String name = PathText.decode(path);
    List<ContentFile> files = metainfo.files();
    return IntStream.range(0, files.size())
        .filter(index -> files.get(index).path().equals(name))
        .mapToObj(index -> resource(index, files.get(index)))
        .findFirst();
  }

  /** What is verified by hashes is named by the hash of these, and so never anything else. */
  private Resource resource(int index, ContentFile file) {
    return new Resource(
        file.sizeBytes(),
        file.mediaType(),
        "\"" + torrent.infoHash() + "-" + index + "\"",
        () -> new FollowedChannel(torrent.open(index), position -> positions.put(index, position)));
  }
}
