package org.betor.p2p;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.betor.api.Experimental;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Host;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SwarmReport;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.internal.lsd.Meeting;
import org.betor.p2p.internal.making.MadeTorrent;
import org.betor.p2p.internal.making.TorrentMaker;
import org.betor.p2p.internal.portmap.Ssdp;
import org.betor.p2p.internal.session.Client;
import org.betor.p2p.internal.session.NewTorrent;
import org.betor.p2p.internal.session.Setup;
import org.betor.p2p.internal.swarm.Limits;
import org.betor.p2p.internal.tracker.Pace;

/**
 * Downloads and seeds torrents of version 1, and hybrids. What it downloads it uploads too, and
 * whoever shares a torrent learns this machine's address. Safe for use by several threads.
 *
 * <pre>{@code
 * try (BtClient client = BtClient.open(Path.of("betor-torrents"))) {
 *   Torrent.Streamable film = client.add(TorrentSource.of(link), AddOptions.into(Path.of("films")));
 *   film.await(TorrentSnapshot::isFinished, Duration.ofHours(2));
 * }
 * }</pre>
 *
 * <p>A file can be read while it downloads, see {@link Torrent.Streamable}. What is fetched before
 * all else are the 16 MiB ahead of each reader, or four pieces if those are more; behind the first
 * 2 MiB of that come the file's first piece and its last MiB, where films have their index.
 *
 * <p>How far each torrent is stands in the client's folder: what is opened there later goes on from
 * where this one ended, however it ended.
 */
@Experimental
public final class BtClient implements TorrentClient, TorrentClient.Scraper {
  private final Client client;
  private final TorrentMaker maker = new TorrentMaker(InstantSource.system());

  private BtClient(Client client) {
    this.client = client;
  }

  /**
   * Opens the client of a folder, which is made if it is not there, with the torrents that it had.
   *
   * @throws IOException if the folder is in use by another client, or cannot be read
   */
  public static BtClient open(Path folder) throws IOException {
    return builder(folder).open();
  }

  /** A client that is to be set up first. */
  public static Builder builder(Path folder) {
    return new Builder(folder);
  }

  /** The port at which it listens, TCP and UDP. */
  public int port() {
    return client.port();
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.of(Ability.STREAM, Ability.SEED, Ability.LIMIT, Ability.SCRAPE);
  }

  @Override
  public Torrent.Streamable add(TorrentSource source, AddOptions options) {
    return client.add(NewTorrent.of(source, options));
  }

  @Override
  public Torrent.Streamable seed(Path content, SeedOptions options)
      throws IOException, InterruptedException {
    MadeTorrent made = maker.make(content, options);
    return client.add(NewTorrent.of(made, content, options));
  }

  /** {@inheritDoc} Each of them is {@link Torrent.Streamable}. */
  @Override
  public List<Torrent> torrents() {
    return client.torrents();
  }

  @Override
  public void limit(Rates rates) {
    client.limit(rates);
  }

  /**
   * Asks all trackers that the link names at once, from this client's port.
   *
   * @throws IllegalArgumentException if the link has no info-hash
   * @throws TorrentException if the client is closed, also while it waits
   */
  @Override
  public SwarmReport scrape(MagnetLink link, Duration patience) throws InterruptedException {
    return client.scrapes().scrape(link, patience);
  }

  @Override
  public void close() {
    client.close();
  }

  /** Sets a client up. */
  public static final class Builder {
    private static final int MAX_PORT = 65_535;

    private final Path folder;
    private InetAddress address = new InetSocketAddress(0).getAddress();
    private int port;
    private Encryption encryption = Encryption.PREFERRED;
    private Set<Discovery> discovery = EnumSet.of(Discovery.DHT, Discovery.PEX);
    private List<InetSocketAddress> dhtNodes = List.of();
    private Meeting meeting = Meeting.USUAL;
    private boolean mapPort;
    private Ssdp ssdp = Ssdp.USUAL;
    private Rates rates = Rates.UNLIMITED;
    private Limits limits = Limits.USUAL;
    private Pace pace = Pace.USUAL;

    private Builder(Path folder) {
      this.folder = folder;
    }

    /** The local address at which it listens and from which it calls; all unless set. */
    public Builder bind(InetAddress address) {
      this.address = address;
      return this;
    }

    /** The port at which it listens, TCP and UDP; 0, as unless set, takes any that is free. */
    public Builder port(int port) {
      if (port < 0 || port > MAX_PORT) {
        throw new IllegalArgumentException("a port is from 0 to 65535, got " + port);
      }
      this.port = port;
      return this;
    }

    /** Whether it hides what it says; {@link Encryption#PREFERRED} unless set. */
    public Builder encryption(Encryption encryption) {
      this.encryption = encryption;
      return this;
    }

    /**
     * How it finds peers besides trackers; {@link Discovery#DHT} and {@link Discovery#PEX} unless
     * set.
     */
    public Builder discovery(Set<Discovery> discovery) {
      this.discovery = Set.copyOf(discovery);
      return this;
    }

    /**
     * Nodes through whom it joins a DHT of one's own, on whatever addresses; the world's unless
     * set.
     */
    public Builder dhtNodes(List<InetSocketAddress> dhtNodes) {
      this.dhtNodes = List.copyOf(dhtNodes);
      return this;
    }

    /**
     * Whether the gateway of the local network is asked, by UPnP, to let others call this client at
     * its port, TCP and UDP; not unless set. The whole network can read the question, and the
     * gateway shows that a client is here and where. It holds for an hour, is renewed while the
     * client is open and taken back when it is closed; where a gateway knows only mappings without
     * an end, a client that is killed leaves them there. If there is no such gateway, or another
     * machine has the port, a line in the log says so and all else goes on.
     */
    public Builder mapPort(boolean mapPort) {
      this.mapPort = mapPort;
      return this;
    }

    /** Limits for all torrents together; none unless set. */
    public Builder rates(Rates rates) {
      this.rates = rates;
      return this;
    }

    /**
     * How many peers it is connected to at most, all torrents together; 500 unless set. From 1.
     * Callers that did not say yet which torrent they want do not count; there are 100 at most.
     */
    public Builder connections(int connections) {
      this.limits = limits.withConnections(connections);
      return this;
    }

    /** How many peers of one torrent it is connected to at most; 60 unless set. From 1. */
    public Builder connectionsPerTorrent(int connections) {
      this.limits = limits.withConnectionsPerTorrent(connections);
      return this;
    }

    /**
     * How many peers of one torrent it uploads to at the same time; 9 unless set. From 1. One of
     * them is drawn by lot, so that newcomers get a chance; the others are those that give most.
     */
    public Builder uploadSlots(int slots) {
      this.limits = limits.withUploadSlots(slots);
      return this;
    }

    /** Where peers of the local network are looked for; as is usual unless set. */
    Builder meeting(Meeting meeting) {
      this.meeting = meeting;
      return this;
    }

    /** Where gateways are asked for; as is usual unless set. */
    Builder gateways(Ssdp ssdp) {
      this.ssdp = ssdp;
      return this;
    }

    /** How often trackers are asked; as is usual unless set. */
    Builder pace(Pace pace) {
      this.pace = pace;
      return this;
    }

    private Optional<Ssdp> gateways() {
      return mapPort ? Optional.of(ssdp) : Optional.empty();
    }

    /**
     * Opens it.
     *
     * @throws IOException if the folder is in use by another client or cannot be read, or the port
     *     is taken; the message names it
     */
    public BtClient open() throws IOException {
      return new BtClient(
          Client.open(
              new Setup(
                  folder,
                  address,
                  port,
                  encryption,
                  discovery,
                  dhtNodes,
                  meeting,
                  gateways(),
                  rates,
                  limits,
                  pace)));
    }
  }

  /** Opens the client of a host, in its folder {@code torrents}. A service. */
  public static final class Factory implements TorrentClient.Factory {
    private static final Setting PORT =
        new Setting("port", "0", false, "the port to listen at; 0 takes any that is free");
    private static final Setting ENCRYPTION =
        new Setting("encryption", "preferred", false, "preferred, required or off");

    private static final Setting MAP_PORT =
        new Setting("mapPort", "false", false, "true has the gateway map the port, by UPnP");
    private static final Setting LOCAL_DISCOVERY =
        new Setting(
            "localDiscovery", "false", false, "true finds and tells peers on the local network");

    /** Made by {@link java.util.ServiceLoader}, or by hand. */
    public Factory() {}

    @Override
    public String id() {
      return "bt";
    }

    @Override
    public TorrentClient open(Host host) {
      try {
        return builder(host.folder("torrents"))
            .port(Integer.parseInt(host.settings().get(PORT)))
            .encryption(
                Encryption.valueOf(host.settings().get(ENCRYPTION).toUpperCase(Locale.ROOT)))
            .discovery(discovery(host.settings()))
            .mapPort(Boolean.parseBoolean(host.settings().get(MAP_PORT)))
            .open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Set<Discovery> discovery(Settings settings) {
      return Boolean.parseBoolean(settings.get(LOCAL_DISCOVERY))
          ? EnumSet.of(Discovery.DHT, Discovery.PEX, Discovery.LSD)
          : EnumSet.of(Discovery.DHT, Discovery.PEX);
    }
  }
}
