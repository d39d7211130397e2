/** Bencoding, as peers, trackers and nodes speak it. */
package org.betor.p2p.internal.bencode;
