package org.betor.p2p.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that a test runs, and that ends with it. What it prints is waited for line by line, and
 * told when it did not do what it should.
 */
final class Program implements AutoCloseable {
  /** How long anything may take that a test waits for. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);

  private final List<String> command;
  private final Process process;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final Queue<String> said = new ConcurrentLinkedQueue<>();

  private Program(List<String> command, Process process) {
    this.command = command;
    this.process = process;
  }

  static Program start(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(endsWithThisThread(command)).redirectErrorStream(true).start();
    Program program = new Program(command, process);
    Thread reader = new Thread(program::read, "output of " + command.get(0));
    reader.setDaemon(true);
    reader.start();
    return program;
  }

  /** Even if this JVM is killed, where the tool for it is there. */
  private static List<String> endsWithThisThread(List<String> command) {
    Path setpriv = Path.of("/usr/bin/setpriv");
    if (!Files.isExecutable(setpriv)) {
      return command;
    }
    List<String> bound = new ArrayList<>(List.of(setpriv.toString(), "--pdeathsig", "KILL"));
    bound.addAll(command);
    return bound;
  }

  private void read() {
    try (var reader = process.inputReader(UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.add(line);
        lines.add(Optional.of(line));
      }
    } catch (IOException e) {
      said.add(e.toString());
    } finally {
      lines.add(Optional.empty());
    }
  }

  /** Waits for a line in which this is found; lines before it are passed over. */
  Matcher await(Pattern pattern) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<String> line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null || line.isEmpty()) {
        throw failure("did not print \"" + pattern + "\"");
      }
      Matcher matcher = pattern.matcher(line.get());
      if (matcher.find()) {
        return matcher;
      }
    }
  }

  /** Asks again and again until there is an answer. */
  <T> T ask(Question<T> question, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<T> answer = question.ask();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (process.waitFor(BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("ended with " + process.exitValue());
      }
    }
    throw failure("did not come to it");
  }

  /** Waits for it to end by itself, and well. */
  void awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw failure("did not end");
    }
    if (process.exitValue() != 0) {
      throw failure("ended with " + process.exitValue());
    }
  }

  /** Ends its input, which it is known to end with. */
  void endInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that it started end with it. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private AssertionError failure(String what) {
    return new AssertionError(
        "%s %s; it said:%n%s".formatted(command, what, String.join("\n", said)));
  }

  /** A question that has an answer in the end. */
  @FunctionalInterface
  interface Question<T> {

    /** The answer; empty as long as there is none. */
    Optional<T> ask();
  }
}
