package org.betor.p2p.interop;

import java.net.InetSocketAddress;

/** A running client that shares one torrent on loopback. */
interface Party extends AutoCloseable {

  /** Where peers reach it. */
  InetSocketAddress address();

  /** Waits until it has the whole torrent. */
  void awaitAll() throws Exception;

  /** Ends it; what it downloaded is on disk then. */
  @Override
  void close();
}
