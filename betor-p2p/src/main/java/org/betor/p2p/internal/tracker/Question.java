package org.betor.p2p.internal.tracker;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * What a tracker can be asked, in both languages that trackers speak.
 *
 * @param <A> an answer to it, failures included
 */
interface Question<A> {

  /** Its number in datagrams. */
  int action();

  /** Writes what follows the transaction's number in a datagram. */
  void write(ByteBuffer datagram, URI tracker) throws IOException;

  /**
   * Reads what follows the transaction's number in an answer.
   *
   * @param addressBytes 4 or 16: the length of a peer's address, which is of the tracker's kind
   */
  A read(ByteBuffer datagram, int addressBytes) throws MalformedException;

  /** Where it is asked over HTTP. */
  URI address(URI tracker) throws IOException;

  /** Reads an answer over HTTP that is not a failure. */
  A read(Dictionary answer) throws MalformedException;

  /** The answer that says that there is none. */
  A failed(String message, Optional<Duration> retryAfter);
}
