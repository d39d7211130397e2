package org.betor.p2p.internal.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.p2p.Discovery;
import org.betor.p2p.Encryption;
import org.betor.p2p.internal.lsd.Meeting;
import org.betor.p2p.internal.portmap.Ssdp;
import org.betor.p2p.internal.swarm.Limits;
import org.betor.p2p.internal.tracker.Pace;

/**
 * How a client is set up.
 *
 * @param folder where it keeps what it knows
 * @param address where it listens
 * @param port where it listens; 0 takes one that is free
 * @param encryption whether it hides what is said
 * @param discovery how it finds peers besides trackers
 * @param dhtNodes through whom it joins the DHT; empty for those that are known to all
 * @param meeting where peers of the local network are looked for, if they are
 * @param gateways where a gateway that maps the port is looked for; empty if none is
 * @param rates limits for all torrents together
 * @param limits how many peers there may be
 * @param pace how often trackers are asked
 */
public record Setup(
    Path folder,
    InetAddress address,
    int port,
    Encryption encryption,
    Set<Discovery> discovery,
    List<InetSocketAddress> dhtNodes,
    Meeting meeting,
    Optional<Ssdp> gateways,
    Rates rates,
    Limits limits,
    Pace pace) {}
