package org.betor.p2p.internal.wire;

import java.nio.ByteBuffer;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * Hears what a peer says. Numbers are as the peer sent them: from 0 to 2^31 - 1, and not compared
 * with the torrent yet. A buffer is good until the method returns. A method that throws ends the
 * connection.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, peer messages</a>
 * @see <a href="https://www.bittorrent.org/beps/bep_0006.html">BEP 6, fast extension</a>
 * @see <a href="https://www.bittorrent.org/beps/bep_0010.html">BEP 10, extension protocol</a>
 */
public interface PeerMessages {

  /** The peer does not serve us, or does. */
  void choke(boolean choked) throws MalformedException;

  /** The peer wants something that we have, or does not. */
  void interested(boolean interested) throws MalformedException;

  /** The peer has one piece more. */
  void have(int piece) throws MalformedException;

  /** The pieces that the peer has, the highest bit of the first byte for piece 0. */
  void bitfield(ByteBuffer bits) throws MalformedException;

  /** The peer has all pieces. */
  void haveAll() throws MalformedException;

  /** The peer has no piece. */
  void haveNone() throws MalformedException;

  /** The peer asks for a block. */
  void request(BlockRequest request) throws MalformedException;

  /** The peer does not want a block any more. */
  void cancel(BlockRequest request) throws MalformedException;

  /** The peer does not send a block that we asked for. */
  void reject(BlockRequest request) throws MalformedException;

  /** Part of a piece, from an offset in it. */
  void block(int piece, int offset, ByteBuffer data) throws MalformedException;

  /** The peer's DHT port. */
  void dhtPort(int port) throws MalformedException;

  /** A message of an extension; 0 is the extensions' own handshake. */
  void extended(int id, ByteBuffer payload) throws MalformedException;
}
