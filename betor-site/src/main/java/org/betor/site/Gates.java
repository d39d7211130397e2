package org.betor.site;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which links of a page lead to a torrent, straight or through a gate. */
final class Gates {
  /** Gates are told by their paths, since their hosts change every few weeks. */
  private static final Pattern GATE_PATH =
      Pattern.compile("/(?:go|links?|out|get|receber|enviar|redirect)(?:\\.php)?/?$");

  /** Authority, path and query of a link; a link within the site has no authority. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?i:https?:)?//([^/?#]*))?((?:/[^?#]*)?)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);

  private static final Pattern GATE_QUERY = Pattern.compile("(?:^|&)(?:id|token|to|url|enc)=");

  private static final Set<String> GATE_HOSTS =
      Set.of(
          "systemads.org",
          "systemads.net",
          "systemads.xyz",
          "systemads1.com",
          "superadsgo.xyz",
          "superadsgo1.xyz",
          "seuvideo.xyz",
          "videosad.net",
          "redirecionandovoce.info",
          "redirectad.net",
          "canalfutebol.com",
          "temreceita.com",
          "systemads.free.nf",
          "autotop.net",
          "celomoda.com",
          "solucoescreditos.com",
          "moneyaide.com",
          "systemtech.space",
          "vacadb.org");

  private static final String TORRENT_FILE = ".torrent";

  private Gates() {}

  static boolean leadsToTorrent(Anchor anchor) {
    return leadsToTorrent(anchor.target())
        || Disguise.lift(anchor.data()).filter(Gates::leadsToTorrent).isPresent();
  }

  private static boolean leadsToTorrent(String target) {
    return isMagnet(target)
        || isTorrentFile(target)
        || isGate(target)
        || Disguise.inAddress(target).filter(Gates::isMagnet).isPresent();
  }

  static boolean isMagnet(String target) {
    return target.regionMatches(true, 0, "magnet:", 0, "magnet:".length());
  }

  static boolean isTorrentFile(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return path.toLowerCase(Locale.ROOT).endsWith(TORRENT_FILE);
  }

  static boolean isGate(String target) {
    Matcher address = ADDRESS.matcher(target);
    if (!address.matches()) {
      return false;
    }
    String query = String.valueOf(address.group(3));
    return GATE_HOSTS.contains(host(String.valueOf(address.group(1))))
        || (GATE_PATH.matcher(address.group(2)).find() && GATE_QUERY.matcher(query).find());
  }

  /** Whether an address is one that a gate may send on to: another gate, or its own host. */
  static boolean mayFollow(URI from, URI to) {
    return isGate(to.toString())
        || (isGate(from.toString()) && from.getAuthority().equalsIgnoreCase(to.getAuthority()));
  }

  private static String host(String authority) {
    String host = authority.toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
