/** Peers on the same local network, which tell one another what they share. */
package org.betor.p2p.internal.lsd;
