package org.betor.core.internal.fetch;

import com.github.mizosoft.methanol.HttpCache;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.betor.api.model.Redacted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where pages are kept: the latest in memory, more on disk. Nothing here ever fails a fetch. */
final class PageCaches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageCaches.class);
  private static final long MEMORY_BYTES = 16 << 20;
  private static final long DISK_BYTES = 256 << 20;

  private final List<HttpCache> chain;

  private PageCaches(List<HttpCache> chain) {
    this.chain = chain;
  }

  /** Opens the folder, or does without it if it cannot be used. */
  static PageCaches open(Path folder, Executor executor) {
    HttpCache memory = cache(executor).cacheOnMemory(MEMORY_BYTES).build();
    try {
      return new PageCaches(
          List.of(memory, cache(executor).cacheOnDisk(folder, DISK_BYTES).build()));
    } catch (RuntimeException e) {
      LOG.warn("pages are kept in memory only, as {} cannot be used: {}", folder, e.toString());
      return new PageCaches(List.of(memory));
    }
  }

  /** The caches in the order in which they are asked. */
  List<HttpCache> chain() {
    return chain;
  }

  void forget(URI address) {
    for (HttpCache cache : chain) {
      try {
        cache.remove(address);
      } catch (IOException | IllegalStateException e) {
        LOG.debug("cannot forget {}", Redacted.address(address), e);
      }
    }
  }

  @Override
  public void close() {
    for (HttpCache cache : chain) {
      try {
        cache.close();
      } catch (IOException e) {
        LOG.warn("the page cache may have lost its latest pages", e);
      }
    }
  }

  /** A body is kept or not by the time its reader has it, so that it can be forgotten at once. */
  private static HttpCache.Builder cache(Executor executor) {
    return HttpCache.newBuilder().executor(executor).synchronizeWrites(true);
  }
}
