package org.betor.p2p.internal.portmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * What a gateway says that it can do.
 *
 * @param base of its addresses; empty if they are below that of the description
 * @param services that map ports
 */
record Description(String base, List<Service> services) {
  private static final int MOST_SERVICES = 4;
  private static final Set<String> THAT_MAP =
      Set.of(
          "urn:schemas-upnp-org:service:WANIPConnection:1",
          "urn:schemas-upnp-org:service:WANIPConnection:2",
          "urn:schemas-upnp-org:service:WANPPPConnection:1");

  /**
   * A way to map ports.
   *
   * @param type its name for all gateways
   * @param control where it is asked, as the gateway wrote it
   */
  record Service(String type, String control) {}

  /** Reads one. */
  static Description read(byte[] document) throws MalformedException {
    Reading reading = new Reading();
    BoundedXml.read(document, reading::ended);
    return new Description(reading.base, List.copyOf(reading.services));
  }

  private static final class Reading {
    private final List<Service> services = new ArrayList<>();
    private String base = "";
    private String type = "";
    private String control = "";

    void ended(String element, String text) {
      switch (element) {
        case "URLBase" -> base = text;
        case "serviceType" -> type = text;
        case "controlURL" -> control = text;
        case "service" -> service();
        default -> {} // much that is of no use here
      }
    }

    private void service() {
      if (THAT_MAP.contains(type) && !control.isEmpty() && services.size() < MOST_SERVICES) {
        services.add(new Service(type, control));
      }
      type = "";
      control = "";
    }
  }
}
