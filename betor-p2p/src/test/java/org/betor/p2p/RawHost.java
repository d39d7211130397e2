package org.betor.p2p;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** A port at which clients that call are dealt with as a test wants, each on its own thread. */
final class RawHost implements AutoCloseable {
  private final ServerSocket server;
  private final Talk talk;
  private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();
  private final Semaphore calls = new Semaphore(0);

  private RawHost(Talk talk) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.talk = talk;
  }

  static RawHost open(Talk talk) throws IOException {
    RawHost host = new RawHost(talk);
    daemon(host::accept);
    return host;
  }

  /** One that has all pieces, unchokes, and answers requests as {@code source} says. */
  static RawHost seeding(Film film, Source source) throws IOException {
    return open(
        peer -> {
          peer.greet(film.infoHash());
          peer.readGreeting();
          peer.say(RawPeer.HAVE_ALL);
          peer.say(RawPeer.UNCHOKE);
          while (true) {
            RawPeer.Said request = peer.next(RawPeer.REQUEST);
            int piece = request.content().getInt();
            int offset = request.content().getInt();
            byte[] bytes = source.block(piece, offset, request.content().getInt());
            if (bytes.length > 0) {
              peer.block(piece, offset, bytes);
            }
          }
        });
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** Waits for a caller; counts each once. */
  void awaitCall() throws InterruptedException {
    calls.acquire();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = server.accept();
        callers.add(caller);
        calls.release();
        daemon(() -> talk(caller));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void talk(Socket caller) {
    try (RawPeer peer = new RawPeer(caller)) {
      talk.with(peer);
    } catch (IOException left) {
      return;
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-peer");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket caller : callers) {
      caller.close();
    }
  }

  /** What is said to a client that called. */
  @FunctionalInterface
  interface Talk {
    void with(RawPeer peer) throws IOException;
  }

  /** Gives blocks; nothing for those that are kept back. */
  @FunctionalInterface
  interface Source {
    byte[] block(int piece, int offset, int length);
  }
}
