/** One torrent among its peers: who has what, what comes next, who is served. */
package org.betor.p2p.internal.swarm;
