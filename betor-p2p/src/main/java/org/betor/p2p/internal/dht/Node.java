package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;

/** Somebody who keeps a part of the table. */
record Node(Id id, InetSocketAddress address) {}
