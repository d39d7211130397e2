package org.betor.p2p.internal.greeting;

import java.net.InetAddress;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.wire.Wires;

/**
 * What a client's connections have in common.
 *
 * @param loop their thread
 * @param wires their buffers
 * @param manners how we greet
 * @param from the address that they begin at
 */
public record Line(Loop loop, Wires wires, Manners manners, InetAddress from) {}
