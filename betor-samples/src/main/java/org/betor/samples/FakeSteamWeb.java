package org.betor.samples;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.betor.api.spi.Pause;

/**
 * The web services around the Steam Workshop, on a free port of this machine's loopback interface:
 * the Web API with and without a key, the store's facts of a game, the pages of items, and the
 * files of those that are one file. Has nothing to do with Steam's makers.
 *
 * <pre>{@code
 * try (FakeSteamWeb steam = FakeSteamWeb.builder().start()) {
 *   steam.trouble("ISteamRemoteStorage/GetPublishedFileDetails", Trouble.LIMITED, 2);
 *   // ... let a source of mods ask with steam.settings(), and afterwards
 *   steam.requests("ISteamRemoteStorage/GetPublishedFileDetails");
 * }
 * }</pre>
 *
 * <p>Paths are addresses below the server's root, with their query. Safe for use by several
 * threads.
 */
public final class FakeSteamWeb implements AutoCloseable {
  private final List<SteamRequest> requests = new CopyOnWriteArrayList<>();
  private final Builder settings;
  private final SteamShelf shelf;
  private final SteamWebHandler handler;
  private final Loopback server;

  private FakeSteamWeb(Builder settings) {
    this.settings = settings;
    this.shelf = new SteamShelf(settings.items);
    this.handler = new SteamWebHandler(settings, shelf, requests::add);
    this.server = Loopback.start("steam", handler);
  }

  /** Services that know {@link SteamItems#all some mods}. */
  public static Builder builder() {
    return new Builder();
  }

  /** The address of all services, with a slash at its end. */
  public URI home() {
    return server.root();
  }

  /** The settings, by their full names, with which Betor asks these services instead of others. */
  public Map<String, String> settings() {
    Map<String, String> values = new TreeMap<>();
    values.put("steam.api", home().toString());
    values.put("steam.store", home().toString());
    values.put("steam.community", home().toString());
    values.put("steam.hurried", "true");
    return values;
  }

  /** The key that the Web API takes. */
  public String key() {
    return settings.key;
  }

  /** Puts an item there, in place of an earlier one of its id. */
  public void put(SteamItem item) {
    put(item, 0);
  }

  /** Puts an item there, of which the next so many calls of the Web API know nothing yet. */
  public void put(SteamItem item, int callsThatSeeTheOld) {
    shelf.put(item, callsThatSeeTheOld);
  }

  /** Takes an item away, as if it had never been there. */
  public void remove(long id) {
    shelf.remove(id);
  }

  /** From now on, the Web API says these fields of an item, in place of its own. */
  public void say(long id, Map<String, Object> fields) {
    shelf.say(id, fields);
  }

  /** From now on, the Web API leaves an item out of its answers. */
  public void leaveOut(long id) {
    shelf.say(id, Map.of("left out", true));
  }

  /** From now on, the page of an item asks for its reader's age. */
  public void askForAge(long id) {
    handler.askForAge(id);
  }

  /** What was asked for, in its order. */
  public List<SteamRequest> requests() {
    return List.copyOf(requests);
  }

  /** What was asked for whose path and query start so. */
  public List<SteamRequest> requests(String start) {
    return requests.stream().filter(request -> request.address().startsWith(start)).toList();
  }

  /** From now on, paths that start so are in trouble. */
  public void trouble(String start, Trouble trouble) {
    trouble(start, trouble, Integer.MAX_VALUE);
  }

  /** The next requests for paths that start so, as many as {@code times}, meet trouble. */
  public void trouble(String start, Trouble trouble, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("trouble comes at least once, got " + times);
    }
    handler.troubles().add(start, trouble, times);
  }

  /** Ends all trouble. */
  public void heal() {
    handler.troubles().clear();
  }

  /** Stops at once. No thread is left. */
  @Override
  public void close() {
    server.close();
  }

  /** Settings of the services. */
  public static final class Builder {
    List<SteamItem> items = SteamItems.all();
    String key = "FEDCBA98765432100123456789ABCDEF";
    boolean oldStyle;
    Duration latency = Duration.ZERO;
    Pause pause = Pause.SLEEPING;

    private Builder() {}

    /** What is in the Workshop; {@link SteamItems#all} unless set. */
    public Builder items(List<SteamItem> items) {
      this.items = List.copyOf(items);
      return this;
    }

    /** The key that the Web API takes. */
    public Builder key(String key) {
      this.key = key;
      return this;
    }

    /** Sizes are numbers, times are text and tags are plain, as some years ago. */
    public Builder oldStyle() {
      this.oldStyle = true;
      return this;
    }

    /** How long each answer takes; zero unless set. */
    public Builder latency(Duration latency) {
      this.latency = latency;
      return this;
    }

    /** How it waits; really, unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /** The services, running. */
    public FakeSteamWeb start() {
      return new FakeSteamWeb(this);
    }
  }
}
