package org.betor.examples.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.metainfo.MetainfoException;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.p2p.BtClient;

/**
 * What somebody hands in.
 *
 * @param path a torrent file, or a file or folder that becomes a torrent
 */
record UploadedPath(Path path, UploadsOptions options) {

  Metainfo torrent() throws IOException, InterruptedException {
    if (!Files.exists(path)) {
      throw new IOException("there is nothing at " + path);
    }
    return path.toString().endsWith(".torrent") ? read() : made();
  }

  private Metainfo read() throws IOException {
    try {
      return Metainfo.read(path);
    } catch (MetainfoException refused) {
      throw new IOException(path + ": " + refused.getMessage(), refused);
    }
  }

  /** The torrent that seed makes of the same, too; nobody is told of it here. */
  private Metainfo made() throws IOException, InterruptedException {
    SeedOptions seed = SeedOptions.builder().progress(new HashingProgress(options.err())).build();
    try (BtClient client =
        BtClient.builder(options.data().resolve("torrents").resolve("submitted"))
            .bind(InetAddress.getLoopbackAddress())
            .discovery(Set.of())
            .mapPort(false)
            .open()) {
      Torrent torrent = client.seed(path, seed);
      Metainfo metainfo = torrent.metainfo().orElseThrow();
      torrent.remove();
      return metainfo;
    }
  }
}
