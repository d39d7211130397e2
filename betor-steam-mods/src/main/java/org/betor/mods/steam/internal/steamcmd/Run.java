package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.spi.Pause;

/**
 * One run of SteamCMD. Needs no thread: its output is looked at now and then, and whatever ends the
 * run ends all its processes.
 */
final class Run {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int BUFFER_BYTES = 64 * 1024;

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final Transcript transcript;
  private final Watch watch;
  private final Pause pause;

  /** What it says is added to the transcript. */
  Run(Transcript transcript, Watch watch, Pause pause) {
    this.transcript = transcript;
    this.watch = watch;
    this.pause = pause;
  }

  /**
   * Runs to the end.
   *
   * @param home a folder for what it writes outside its installation
   * @return the exit code, which proves nothing
   * @throws ModException if it cannot be started, or does not get on
   */
  int toItsEnd(List<String> command, Path home) throws IOException, InterruptedException {
    Process process = start(command, home);
    try (InputStream output = process.getInputStream()) {
      process.getOutputStream().close(); // a question for a password finds no answer
      boolean isOver = false;
      while (!isOver) {
        isOver = !process.isAlive();
        if (!drain(output) && !isOver) {
          pause.pause(BETWEEN_LOOKS);
        }
        giveUpIfHopeless();
      }
      transcript.endLine();
      return process.exitValue();
    } finally {
      ProcessTree.end(process);
    }
  }

  private static Process start(List<String> command, Path home) throws IOException {
    Files.createDirectories(home);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("USERPROFILE", home.toString());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ModException(
          Reason.NOT_INSTALLED,
          "SteamCMD cannot be started as %s; install it and say where it is"
              .formatted(command.get(0)),
          Optional.empty(),
          e);
    }
  }

  /** Reads what is there, and waits for nothing. Whether there was anything. */
  private boolean drain(InputStream output) throws IOException, InterruptedException {
    boolean any = false;
    while (output.available() > 0) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      transcript.add(buffer, output.read(buffer, 0, Math.min(BUFFER_BYTES, output.available())));
      watch.heard();
      giveUpIfHopeless();
      any = true;
    }
    return any;
  }

  private void giveUpIfHopeless() throws IOException {
    if (watch.isHopeless()) {
      throw new ModException(
          Reason.TIMED_OUT,
          "SteamCMD does not get on and was ended; try again. Its last words: " + transcript.end());
    }
  }
}
