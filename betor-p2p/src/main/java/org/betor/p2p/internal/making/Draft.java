package org.betor.p2p.internal.making;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.metainfo.MetainfoException;
import org.betor.api.spi.SeedOptions;

/**
 * A torrent of which all is known but the hashes.
 *
 * @param created when it is made
 */
record Draft(Source source, SeedOptions options, int pieceBytes, Instant created) {

  int pieceCount() throws IOException {
    long count = (source.sizeBytes() - 1) / pieceBytes + 1;
    if (count > Metainfo.MAX_BYTES / HashedBatch.HASH_BYTES) {
      throw new IOException(
          "%d bytes have %d pieces, too many for a torrent file; choose longer pieces"
              .formatted(source.sizeBytes(), count));
    }
    return (int) count;
  }

  /**
   * Finds out what would be refused, before hours are spent on hashing.
   *
   * @throws IllegalArgumentException if the options cannot be
   */
  void check() throws IOException {
    Metainfo metainfo = withHashes(new byte[pieceCount() * HashedBatch.HASH_BYTES]).metainfo();
    if (metainfo.isPrivate() && metainfo.trackers().isEmpty()) {
      throw new IllegalArgumentException(
          "a private torrent has peers from its trackers alone; give it a tracker");
    }
    refuseLost(options.trackers().stream().flatMap(List::stream), flat(metainfo.trackers()));
  }

  /** The torrent with its pieces' hashes. */
  TorrentFile withHashes(byte[] hashes) throws IOException {
    Map<String, Object> making = new TreeMap<>();
    making.put("created by", "betor");
    making.put("creation date", created.getEpochSecond());
    options.comment().ifPresent(comment -> making.put("comment", comment));
    try {
      byte[] info = InfoDictionary.of(source, pieceBytes, options.isPrivate(), hashes);
      return TorrentFile.of(info, options.trackers(), options.webSeeds(), making);
    } catch (MetainfoException e) {
      throw new IOException(
          "\"%s\" cannot be a torrent, since others would refuse it: %s"
              .formatted(source.name(), e.getMessage()),
          e);
    }
  }

  private static void refuseLost(Stream<URI> given, Collection<URI> kept) {
    given
        .filter(tracker -> !kept.contains(tracker))
        .findFirst()
        .ifPresent(
            lost -> {
              throw new IllegalArgumentException(
                  "a tracker has an http, https, udp, ws or wss address, got " + lost);
            });
  }

  private static Collection<URI> flat(List<List<URI>> tiers) {
    return tiers.stream().flatMap(List::stream).toList();
  }
}
