/** The port of this client at the gateway of its network, by UPnP. */
package org.betor.p2p.internal.portmap;
