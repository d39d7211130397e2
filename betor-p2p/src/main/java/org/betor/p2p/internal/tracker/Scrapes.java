package org.betor.p2p.internal.tracker;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.SwarmReport;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentException;

/** Asks trackers what they count, for threads that wait. Safe for use by several threads. */
public final class Scrapes implements TorrentClient.Scraper, AutoCloseable {

  /** Of one torrent; more would only be there to make clients attack somebody. */
  private static final int MAX_TRACKERS = 100;

  private final Executor loop;
  private final Trackers trackers;
  private final Set<Round> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** With trackers that live on the loop. */
  public Scrapes(Executor loop, Trackers trackers) {
    this.loop = loop;
    this.trackers = trackers;
  }

  @Override
  public SwarmReport scrape(MagnetLink link, Duration patience) throws InterruptedException {
    InfoHash infoHash =
        link.infoHash()
            .or(link::infoHashV2)
            .orElseThrow(() -> new IllegalArgumentException("the link has no info-hash: " + link));
    return scrape(infoHash, link.trackers(), patience);
  }

  /**
   * Asks all trackers at once.
   *
   * @throws TorrentException if this is closed, also while it waits
   */
  public SwarmReport scrape(InfoHash infoHash, Collection<URI> asked, Duration patience)
      throws InterruptedException {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be positive, got " + patience);
    }
    Round round = new Round(asked.stream().distinct().toList());
    open.add(round);
    try {
      if (closed) {
        throw closed();
      }
      loop.execute(() -> round.begin(infoHash, patience));
      return round.report.get();
    } catch (ExecutionException e) {
      throw closed();
    } finally {
      open.remove(round);
    }
  }

  /** Ends all waiting. Call this before the loop is closed. */
  @Override
  public void close() {
    closed = true;
    open.forEach(round -> round.report.completeExceptionally(closed()));
  }

  private static TorrentException closed() {
    return new TorrentException(
        TorrentException.Reason.CLOSED, "what asks the trackers is closed: open it again");
  }

  /** Gathers one answer of each tracker. */
  private final class Round {
    private final List<URI> addresses;
    private final CompletableFuture<SwarmReport> report = new CompletableFuture<>();
    private final List<SwarmReport.Answer> answers = new ArrayList<>();
    private int left;

    Round(List<URI> addresses) {
      this.addresses = addresses;
      this.left = addresses.size();
    }

    void begin(InfoHash infoHash, Duration patience) {
      for (URI address : addresses) {
        int index = answers.size();
        answers.add(
            new SwarmReport.Failed(address, "not asked: the torrent has too many trackers"));
        if (index < MAX_TRACKERS) {
          trackers.scrape(address, infoHash, patience, answer -> take(index, answer));
        } else {
          left--;
        }
      }
      endIfAllIsHere();
    }

    private void take(int index, SwarmReport.Answer answer) {
      answers.set(index, answer);
      left--;
      endIfAllIsHere();
    }

    private void endIfAllIsHere() {
      if (left == 0) {
        report.complete(new SwarmReport(answers));
      }
    }
  }
}
