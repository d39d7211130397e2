package org.betor.samples;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Torznab endpoint on a free port of this machine's loopback interface, as Prowlarr or Jackett
 * have them.
 *
 * <pre>{@code
 * try (SampleTorznab endpoint = SampleTorznab.prowlarr().start()) {
 *   URI home = endpoint.home(); // http://127.0.0.1:PORT/1/
 *   endpoint.trouble("search", TorznabTrouble.BUSY, 2); // the next two searches fail
 *   // ... let a provider search it with endpoint.key(), and afterwards
 *   endpoint.requests("1/download"); // how often a torrent was asked for
 * }
 * }</pre>
 *
 * <p>It lists the torrents of its posts, so that they are the same as those of the sample sites
 * with the same posts. Of the torrents of a post the first is a torrent file whose info-hash is
 * stated, the second a magnet link, the third a torrent file of which nobody says the info-hash,
 * the fourth is like the first, and so on. Safe for use by several threads.
 */
public final class SampleTorznab implements AutoCloseable {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final TorznabHandler handler;
  private final Loopback server;
  private final String key;
  private final URI home;

  private SampleTorznab(Builder builder) {
    this.handler = new TorznabHandler(builder, requests::add);
    this.server = Loopback.start("torznab", handler);
    this.key = builder.key;
    this.home = server.root().resolve(builder.face.path());
  }

  /** An indexer of Prowlarr. */
  public static Builder prowlarr() {
    return new Builder(new ProwlarrFace());
  }

  /** An indexer of Jackett. */
  public static Builder jackett() {
    return new Builder(new JackettFace());
  }

  /** The address that people paste, with a slash at its end. */
  public URI home() {
    return home;
  }

  /** The API key that it wants. */
  public String key() {
    return key;
  }

  /** What was asked for, in its order: paths below the server's root, with their query. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** How often anything was asked for whose path and query start so. */
  public int requests(String start) {
    return (int) requests.stream().filter(request -> request.startsWith(start)).count();
  }

  /** From now on, every request meets trouble. */
  public void trouble(TorznabTrouble trouble) {
    trouble("", trouble, Integer.MAX_VALUE);
  }

  /**
   * The next requests for a function meet trouble, as many as {@code times}.
   *
   * @param function the start of {@code t}, such as {@code caps}; empty for all
   */
  public void trouble(String function, TorznabTrouble trouble, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("trouble comes at least once, got " + times);
    }
    handler.trouble(function, trouble, times);
  }

  /** Ends all trouble. */
  public void heal() {
    handler.heal();
  }

  /** Stops at once. No thread is left. */
  @Override
  public void close() {
    server.close();
  }

  /** Settings of an endpoint. */
  public static final class Builder {
    final TorznabFace face;
    List<SamplePost> posts = SamplePosts.bludv();
    String key = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    String passkey = "";
    PasskeyPlace passkeyPlace = PasskeyPlace.PARAMETER;
    boolean statesIds = true;
    boolean ignoresOffset;
    boolean ignoresLimit;

    private Builder(TorznabFace face) {
      this.face = face;
    }

    /** Whose torrents it lists, the newest first; {@link SamplePosts#bludv} unless set. */
    public Builder posts(List<SamplePost> posts) {
      this.posts = List.copyOf(posts);
      return this;
    }

    /** The API key that it wants. */
    public Builder key(String key) {
      this.key = key;
      return this;
    }

    /** Indexes a private tracker: the member's key is in its addresses and magnet links. */
    public Builder passkey(String passkey) {
      this.passkey = passkey;
      return this;
    }

    /** Where the tracker writes the member's key; in a parameter unless set. */
    public Builder passkeyIn(PasskeyPlace place) {
      this.passkeyPlace = place;
      return this;
    }

    /** Finds films by their ids, and does not say which ids they have. */
    public Builder statesNoIds() {
      this.statesIds = false;
      return this;
    }

    /** Gives the first page whatever page is asked for. */
    public Builder ignoresOffset() {
      this.ignoresOffset = true;
      return this;
    }

    /** Gives everything at once however little is asked for. */
    public Builder ignoresLimit() {
      this.ignoresLimit = true;
      return this;
    }

    /** The endpoint, running. */
    public SampleTorznab start() {
      return new SampleTorznab(this);
    }
  }
}
