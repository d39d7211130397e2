package org.betor.testkit.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server that refuses to run as root, and its folder, which is deleted when it is closed. */
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);

  private final Path folder;
  private final List<String> prefix;
  private final String stopSignal;
  private @Nullable Process process;

  private ServerProcess(Path folder, List<String> prefix, String stopSignal) {
    this.folder = folder;
    this.prefix = prefix;
    this.stopSignal = stopSignal;
  }

  /**
   * None yet.
   *
   * @param user runs it if this JVM is root's
   * @param stopSignal ends it orderly, whoever is connected
   */
  static ServerProcess of(String user, String stopSignal) {
    try {
      Path folder = Files.createTempDirectory("betor-" + user);
      List<String> prefix = new ArrayList<>(List.of("setpriv", "--pdeathsig=KILL"));
      if (System.getProperty("user.name").equals("root")) {
        prefix.addAll(List.of("--reuid=" + user, "--regid=" + user, "--init-groups"));
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(folder, users.lookupPrincipalByName(user));
      }
      return new ServerProcess(folder, prefix, stopSignal);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where it has its data. */
  Path folder() {
    return folder;
  }

  /** A port of loopback that nobody has. */
  int port() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs a program to its end, beside the server. */
  void run(List<String> command) {
    Process program = started(command);
    if (!endsWithin(program, PATIENCE) || program.exitValue() != 0) {
      throw failure(command.get(0) + " did not end well");
    }
  }

  /** Runs a program until this is closed. */
  void start(List<String> command) {
    process = started(command);
  }

  private Process started(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    try {
      return new ProcessBuilder(whole)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Asks again and again. */
  void awaitReady(BooleanSupplier ready) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ready.getAsBoolean()) {
      if (endsWithin(running(), BETWEEN_QUESTIONS) || System.nanoTime() > deadline) {
        throw failure("the server is not ready");
      }
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      stop(process);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void stop(Process server) {
    try {
      new ProcessBuilder("kill", "-" + stopSignal, Long.toString(server.pid())).start();
    } catch (IOException failure) {
      server.destroyForcibly();
    }
    if (!awaitEnd()) {
      server.destroyForcibly();
    }
  }

  /** Whether it ends in time. */
  boolean awaitEnd() {
    return endsWithin(running(), PATIENCE);
  }

  private boolean endsWithin(Process program, Duration time) {
    try {
      return program.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("interrupted");
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("nothing was started");
    }
    return process;
  }

  private File log() {
    return folder.resolve("log").toFile();
  }

  private AssertionError failure(String what) {
    try {
      return new AssertionError(what + "; it said:\n" + Files.readString(log().toPath()));
    } catch (IOException unread) {
      return new AssertionError(what, unread);
    }
  }
}
