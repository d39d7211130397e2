package org.betor.p2p.internal.webseed;

import java.net.URI;
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
    String name = Percent.path(metainfo.name());
    if (metainfo.isSingleFile()) {
      return URI.create(start.endsWith("/") ? start + name : start);
    }
    return URI.create(start + name + "/" + Percent.path(file.path()));
  }
}
