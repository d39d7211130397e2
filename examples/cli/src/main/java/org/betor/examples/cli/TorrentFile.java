package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import org.betor.api.metainfo.Metainfo;

/** Writes what makes up a torrent file: its trackers and its info dictionary. */
final class TorrentFile {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TorrentFile() {}

  static byte[] of(Metainfo metainfo) {
    TorrentFile file = new TorrentFile();
    file.write(metainfo);
    return file.out.toByteArray();
  }

  private void write(Metainfo metainfo) {
    raw("d");
    if (!metainfo.trackers().isEmpty()) {
      text("announce");
      text(metainfo.trackers().get(0).get(0).toString());
      text("announce-list");
      raw("l");
      metainfo.trackers().forEach(this::tier);
      raw("e");
    }
    text("info");
    out.writeBytes(metainfo.info());
    raw("e");
  }

  private void tier(List<URI> trackers) {
    raw("l");
    trackers.forEach(tracker -> text(tracker.toString()));
    raw("e");
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    raw(bytes.length + ":");
    out.writeBytes(bytes);
  }

  private void raw(String ascii) {
    out.writeBytes(ascii.getBytes(UTF_8));
  }
}
