/** A node of the distributed hash table in which torrents' peers are found without a tracker. */
package org.betor.p2p.internal.dht;
