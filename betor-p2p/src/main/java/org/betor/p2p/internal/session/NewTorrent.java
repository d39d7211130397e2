package org.betor.p2p.internal.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentException.Reason;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.disk.Stamp;
import org.betor.p2p.internal.making.MadeTorrent;
import org.betor.p2p.internal.making.TorrentFile;

/**
 * A torrent that is to be added.
 *
 * @param link names it
 * @param metainfo what it holds, if that is known
 * @param file the torrent file to be kept, if what it holds is known
 * @param intent what is to be done with it
 * @param peers that are known already
 * @param pieces that are on disk already
 * @param stamps of its files, if pieces are
 */
public record NewTorrent(
    MagnetLink link,
    Optional<Metainfo> metainfo,
    Optional<byte[]> file,
    Intent intent,
    List<InetSocketAddress> peers,
    BitSet pieces,
    List<Stamp> stamps) {

  /**
   * One that somebody else made.
   *
   * @throws TorrentException if it is none of version 1
   */
  public static NewTorrent of(TorrentSource source, AddOptions options) {
    if (source instanceof TorrentSource.Magnet magnet) {
      return of(magnet.link(), Optional.empty(), options);
    }
    Metainfo metainfo = ((TorrentSource.Known) source).metainfo();
    return of(metainfo.magnet(), Optional.of(metainfo), options);
  }

  private static NewTorrent of(MagnetLink link, Optional<Metainfo> metainfo, AddOptions options) {
    if (link.infoHash().isEmpty()) {
      throw new TorrentException(
          Reason.UNSUPPORTED,
          "%s is a torrent of version 2 alone: only version 1 and hybrids can be downloaded"
              .formatted(link.name().orElse("this")));
    }
    Optional<Set<Integer>> chosen =
        options.files().isPresent() || link.selectedFiles().isEmpty()
            ? options.files()
            : Optional.of(new TreeSet<>(link.selectedFiles()));
    return new NewTorrent(
        link,
        metainfo,
        metainfo.map(NewTorrent::file),
        Intent.of(options, FileWishes.choose(chosen)),
        options.peers(),
        new BitSet(),
        List.of());
  }

  private static byte[] file(Metainfo metainfo) {
    try {
      return TorrentFile.of(metainfo.info(), metainfo.trackers(), metainfo.webSeeds()).bytes();
    } catch (MalformedException e) {
      throw new IllegalStateException("what was read once can be read again", e);
    }
  }

  /** One that was just made of files that are here. */
  public static NewTorrent of(MadeTorrent made, Path content, SeedOptions options)
      throws IOException {
    Metainfo metainfo = made.file().metainfo();
    BitSet all = new BitSet();
    all.set(0, metainfo.pieceCount());
    List<Stamp> stamps = new ArrayList<>();
    for (Path path : made.paths()) {
      stamps.add(Stamp.of(path));
    }
    Path folder = content.toRealPath().getParent();
    AddOptions adding =
        AddOptions.builder(folder == null ? content : folder).goal(options.goal()).build();
    return new NewTorrent(
        metainfo.magnet(),
        Optional.of(metainfo),
        Optional.of(made.file().bytes()),
        Intent.of(adding, FileWishes.choose(Optional.empty())),
        List.of(),
        all,
        stamps);
  }

  InfoHash infoHash() {
    return link.infoHash().orElseThrow();
  }

  Resume resume(long number) {
    return new Resume(number, link, intent, pieces, stamps, 0, 0, 0, peers);
  }
}
