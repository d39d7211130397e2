package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.BtClient;
import org.betor.p2p.Discovery;
import org.betor.p2p.Encryption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a client speaks to others: the options of all commands that do. */
final class WireOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where is kept how far torrents are; ${DEFAULT-VALUE} unless set.")
  private Path data = Path.of("betor-data");

  @Option(
      names = "--port",
      converter = PortNumber.class,
      description = "Where peers reach this program, by TCP and UDP; any free port unless set.")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "The address of this machine to use, such as that of a VPN; all unless set.")
  private @Nullable InetAddress bind;

  @Option(names = "--no-dht", description = "Asks no DHT for peers.")
  private boolean noDht;

  @Option(names = "--no-pex", description = "Neither asks peers for other peers nor tells them.")
  private boolean noPex;

  @Option(
      names = "--encryption",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless set.")
  private Encryption encryption = Encryption.PREFERRED;

  /**
   * A client for one torrent, which brings no others along.
   *
   * @param torrent names it; a later run with the same name goes on where this one ends
   */
  BtClient open(String torrent) throws IOException {
    String name = UUID.nameUUIDFromBytes(torrent.getBytes(UTF_8)).toString();
    BtClient.Builder client =
        BtClient.builder(data.resolve("torrents").resolve(name))
            .port(port)
            .encryption(encryption)
            .discovery(discovery());
    if (bind != null) {
      client.bind(bind);
    }
    return client.open();
  }

  /** A client for one torrent in that folder; elsewhere it is another one. */
  BtClient open(TorrentSource source, Path folder) throws IOException {
    MagnetLink link = SourceText.link(source);
    return open(link.infoHash().or(link::infoHashV2) + " in " + folder);
  }

  private Set<Discovery> discovery() {
    Set<Discovery> discovery = EnumSet.of(Discovery.DHT, Discovery.PEX);
    if (noDht) {
      discovery.remove(Discovery.DHT);
    }
    if (noPex) {
      discovery.remove(Discovery.PEX);
    }
    return discovery;
  }

  /** Reads a port; 0 is any. */
  static final class PortNumber implements ITypeConverter<Integer> {
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    @Override
    public Integer convert(String text) {
      if (!PORT.matcher(text).matches() || Integer.parseInt(text) > 65_535) {
        throw new TypeConversionException("a port is from 0 to 65535, got \"" + text + "\"");
      }
      return Integer.valueOf(text);
    }
  }
}
