package org.betor.p2p;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.betor.api.Experimental;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;
import org.betor.p2p.internal.playing.HttpPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the files of one torrent to players on this machine, over HTTP, while they download. Safe
 * for use by several threads.
 *
 * <pre>{@code
 * try (StreamServer server = StreamServer.open(film)) {
 *   URI address = server.address(film.metainfo().orElseThrow().mainFile());
 *   new ProcessBuilder("mpv", address.toString()).inheritIO().start().waitFor();
 * }
 * }</pre>
 *
 * <p>Players may seek: GET and HEAD are answered, and ranges, and a strong entity tag, since the
 * content is what the info-hash says. What is not here yet is waited for as long as {@link
 * Torrent.Streamable#USUAL_PATIENCE} says; after that the connection is closed, so that what is
 * short never looks complete, and players ask again. A client that closes its connection, or its
 * half of it, is read for no more. Sixteen answers may be on their way at once, each on a thread of
 * its own; who asks for one more is told to try again in a second (status 503). A client that reads
 * nothing for ten minutes, as a player that is paused may, is closed, and has to ask for the rest.
 *
 * <p>It listens at 127.0.0.1 alone. Every program and every user of this machine reaches that; so
 * the addresses begin with 128 random bits, and without these all there is to see is "404 Not
 * Found". Web pages that lead a name of their own to this machine are turned away, and pages of
 * other origins are not let read what is served.
 *
 * <p>It closes itself when the torrent fails, is removed, or its client is closed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110, HTTP semantics</a>
 */
@Experimental
public final class StreamServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamServer.class);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final Duration PATIENCE_WITH_CLIENTS = Duration.ofMinutes(10);
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final Torrent.Streamable torrent;
  private final Shelf shelf;
  private final HttpPort port;
  private final Thread watch = new Thread(this::closeWithTheTorrent, "betor-stream-watch");
  private volatile boolean closed;

  private StreamServer(Torrent.Streamable torrent, Shelf shelf, HttpPort port) {
    this.torrent = torrent;
    this.shelf = shelf;
    this.port = port;
    this.watch.setDaemon(true);
  }

  /**
   * Serves a torrent at any free port, until it is closed.
   *
   * @throws IOException if the system gives no port
   */
  public static StreamServer open(Torrent.Streamable torrent) throws IOException {
    return open(torrent, 0);
  }

  /**
   * Serves a torrent at that port of the loopback address; 0 takes any that is free.
   *
   * @throws IOException if the port is taken; the message names it
   */
  public static StreamServer open(Torrent.Streamable torrent, int port) throws IOException {
    return open(torrent, port, PATIENCE_WITH_CLIENTS);
  }

  static StreamServer open(Torrent.Streamable torrent, int port, Duration patience)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    Shelf shelf = new Shelf(torrent, new SecureRandom());
    HttpPort opened = HttpPort.open(address, shelf, InstantSource.system(), patience);
    StreamServer server = new StreamServer(torrent, shelf, opened);
    server.watch.start();
    return server;
  }

  /**
   * Where a file is to be had, such as {@code http://127.0.0.1:43117/9f…/Sintel.mp4}. Whoever knows
   * it can read all files of the torrent.
   *
   * @param file its index from 0
   * @throws IllegalStateException if the torrent's metadata is not here yet: wait for it first
   * @throws IndexOutOfBoundsException if the torrent has no such file
   */
  public URI address(int file) {
    Metainfo metainfo =
        torrent
            .metainfo()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the files of %s are not known yet; await its metadata first"
                            .formatted(torrent.infoHash())));
    return URI.create("http://127.0.0.1:" + port.address().getPort() + shelf.path(metainfo, file));
  }

  /**
   * How far a file was read by the player that read last, in bytes from its start; empty if nobody
   * did. Players read ahead of what they show.
   */
  public OptionalLong position(int file) {
    return shelf.position(file);
  }

  /** Whether it was closed, by whomever. */
  public boolean isClosed() {
    return closed;
  }

  /** Cuts all answers off, and returns when the port is free and the threads have ended. */
  @Override
  public void close() {
    end();
    if (Thread.currentThread() != watch) {
      watch.interrupt();
      awaitTheWatch();
    }
  }

  private synchronized void end() {
    if (!closed) {
      port.close();
      closed = true;
    }
  }

  private void closeWithTheTorrent() {
    try {
      while (true) {
        awaitTheEnd();
      }
    } catch (TorrentException over) {
      LOG.debug("{} is not served any more: {}", torrent.infoHash(), over.getMessage());
      end();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitTheEnd() throws InterruptedException {
    try {
      torrent.await(snapshot -> false, FOR_EVER);
    } catch (TimeoutException e) {
      LOG.debug("{} was served for a long time", torrent.infoHash());
    }
  }

  private void awaitTheWatch() {
    boolean interrupted = false;
    while (watch.isAlive()) {
      try {
        watch.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
