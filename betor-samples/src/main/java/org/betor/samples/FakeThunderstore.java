package org.betor.samples;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A service like Thunderstore's, on a free port of this machine's loopback interface: what is known
 * of packages and of the game, and the packages' archives. Has nothing to do with its makers.
 *
 * <pre>{@code
 * try (FakeThunderstore thunderstore = FakeThunderstore.start()) {
 *   thunderstore.trouble("package/download/", Trouble.LIMITED, 2);
 *   // ... let a source of mods ask at thunderstore.home(), and afterwards
 *   thunderstore.requests("api/experimental/package/");
 * }
 * }</pre>
 *
 * <p>Paths are addresses below the server's root. Safe for use by several threads.
 */
public final class FakeThunderstore implements AutoCloseable {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final ThunderstoreHandler handler = new ThunderstoreHandler(requests::add);
  private final Loopback server = Loopback.start("thunderstore", handler);

  private FakeThunderstore() {
    ThunderstorePackages.all().forEach(handler::put);
  }

  /** A service that has {@link ThunderstorePackages#all some packages}. */
  public static FakeThunderstore start() {
    return new FakeThunderstore();
  }

  /** Its address, with a slash at its end. */
  public URI home() {
    return server.root();
  }

  /** Puts a package there, in place of an earlier one of its name. */
  public void put(ThunderstorePackage one) {
    handler.put(one);
  }

  /** Sends these bytes as the archive of a package from now on, in place of its own. */
  public void send(String fullName, byte[] archive) {
    handler.send(fullName, archive);
  }

  /** Says this, in place of the truth, when it is asked about a package. */
  public void say(String fullName, String json) {
    handler.say(fullName, json);
  }

  /** What was asked for, in its order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** How often anything was asked for whose path starts so. */
  public int requests(String start) {
    return (int) requests.stream().filter(request -> request.startsWith(start)).count();
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
}
