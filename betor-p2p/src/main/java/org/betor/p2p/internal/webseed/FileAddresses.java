package org.betor.p2p.internal.webseed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.http.Percent;

/**
 * Where the files of a torrent are on a web server.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0019.html">BEP 19, url-list</a>
 */
final class FileAddresses {
  private final String start;
  private final Metainfo metainfo;

  FileAddresses(URI seed, Metainfo metainfo) {
    String address = seed.toASCIIString();
    int fragment = address.indexOf('#');
    this.start = fragment < 0 ? address : address.substring(0, fragment);
    this.metainfo = metainfo;
  }

  URI of(ContentFile file) {
    String name = encoded(metainfo.name());
    if (metainfo.isSingleFile()) {
      return URI.create(start.endsWith("/") ? start + name : start);
    }
    return URI.create(
        Stream.of(file.path().split("/", -1))
            .map(FileAddresses::encoded)
            .collect(Collectors.joining("/", start + name + "/", "")));
  }

  private static String encoded(String name) {
    return Percent.encode(name.getBytes(UTF_8));
  }
}
