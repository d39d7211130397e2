package org.betor.p2p;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.PieceOrder;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;
import org.jspecify.annotations.Nullable;

/** A torrent whose bytes come when the test says so; who reads those to come waits. */
final class StreamedFiles implements Torrent.Streamable {
  private final Metainfo metainfo;
  private final List<byte[]> contents = new ArrayList<>();
  private final List<BitSet> arrived = new ArrayList<>();
  private boolean hasMetadata = true;
  private int readers;
  private int waitingReaders;
  private int inVain;
  private @Nullable TorrentException over;

  /** Of the files of a torrent, below that folder. */
  StreamedFiles(Metainfo metainfo, Path folder) throws IOException {
    this.metainfo = metainfo;
    for (ContentFile file : metainfo.files()) {
      contents.add(Files.readAllBytes(folder.resolve(file.path())));
      arrived.add(new BitSet());
    }
  }

  synchronized StreamedFiles withoutMetadata() {
    hasMetadata = false;
    return this;
  }

  StreamedFiles arrive() {
    for (int file = 0; file < contents.size(); file++) {
      arrive(file, 0, contents.get(file).length);
    }
    return this;
  }

  synchronized void arrive(int file, int from, int to) {
    arrived.get(file).set(from, to);
    notifyAll();
  }

  /** Ends the patience of those who wait now. */
  synchronized void endPatience() {
    inVain++;
    notifyAll();
  }

  synchronized void end(TorrentException reason) {
    over = reason;
    notifyAll();
  }

  synchronized int readers() {
    return readers;
  }

  synchronized int waitingReaders() {
    return waitingReaders;
  }

  @Override
  public synchronized SeekableByteChannel open(int file, Duration patience) throws IOException {
    checkOn();
    if (!hasMetadata) {
      throw new IOException("no metadata yet");
    }
    readers++;
    return new Reader(file);
  }

  @Override
  public InfoHash infoHash() {
    return metainfo.infoHash().orElseThrow();
  }

  @Override
  public synchronized Optional<Metainfo> metainfo() {
    return hasMetadata ? Optional.of(metainfo) : Optional.empty();
  }

  @Override
  public TorrentSnapshot snapshot() {
    return TorrentSnapshot.builder(new TorrentState.Downloading()).build();
  }

  @Override
  public synchronized TorrentSnapshot await(Predicate<TorrentSnapshot> until, Duration patience)
      throws InterruptedException, TimeoutException {
    while (!until.test(snapshot())) {
      if (over != null) {
        throw over;
      }
      wait();
    }
    return snapshot();
  }

  @Override
  public void remove() {
    end(new TorrentException(TorrentException.Reason.REMOVED, "it was removed"));
  }

  @Override
  public void removeWithFiles() {
    remove();
  }

  @Override
  public Watch watch(Duration every, Consumer<TorrentSnapshot> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void choose(Set<Integer> files) {}

  @Override
  public void prioritise(int file, FilePriority priority) {}

  @Override
  public void order(PieceOrder order) {}

  @Override
  public void limit(TorrentClient.Rates rates) {}

  @Override
  public void goal(SeedingGoal goal) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void recheck() {}

  private void checkOn() throws IOException {
    if (over != null) {
      throw new IOException(over);
    }
  }

  private final class Reader implements SeekableByteChannel {
    private final int file;
    private int position;
    private boolean open = true;

    Reader(int file) {
      this.file = file;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
      synchronized (StreamedFiles.this) {
        if (position >= size()) {
          return -1;
        }
        awaitBytes();
        int end = arrived.get(file).nextClearBit(position);
        int count = Math.min(to.remaining(), end - position);
        to.put(contents.get(file), position, count);
        position += count;
        return count;
      }
    }

    private void awaitBytes() throws IOException {
      int before = inVain;
      waitingReaders++;
      try {
        while (!arrived.get(file).get(position)) {
          checkOn();
          if (inVain != before) {
            throw new SocketTimeoutException("nothing came");
          }
          StreamedFiles.this.wait();
        }
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new ClosedByInterruptException();
      } finally {
        waitingReaders--;
      }
    }

    @Override
    public long position() throws ClosedChannelException {
      if (!isOpen()) {
        throw new ClosedChannelException();
      }
      return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      position = (int) newPosition;
      return this;
    }

    @Override
    public long size() {
      return contents.get(file).length;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      synchronized (StreamedFiles.this) {
        readers -= open ? 1 : 0;
        open = false;
        StreamedFiles.this.notifyAll();
      }
    }

    @Override
    public int write(ByteBuffer from) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }
  }
}
