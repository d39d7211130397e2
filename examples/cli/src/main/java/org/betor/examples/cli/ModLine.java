package org.betor.examples.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.betor.mods.ModProgress;
import org.betor.mods.ModProgress.Phase;
import picocli.CommandLine.Help.Ansi;

/** Shows how a mod comes: on one line of a terminal, or in a line for each of its phases. */
final class ModLine implements AutoCloseable {
  /** One less than most terminals have, since some begin a new line after the last. */
  private static final int WIDTH = 79;

  private final PrintWriter err;
  private final boolean isTerminal;
  private Optional<Phase> shown = Optional.empty();
  private boolean isOpen;

  ModLine(PrintWriter err) {
    this.err = err;
    this.isTerminal = Ansi.AUTO.enabled();
  }

  void show(ModProgress progress) {
    if (isTerminal) {
      err.print("\r" + of(progress, WIDTH));
      err.flush();
      isOpen = true;
    } else if (!shown.equals(Optional.of(progress.phase()))) {
      err.println(of(progress, WIDTH).stripTrailing());
    }
    shown = Optional.of(progress.phase());
  }

  /** What became of it. */
  void end(String words) {
    err.println(isOpen ? "\r" + ProgressBar.fit(words, Math.max(WIDTH, words.length())) : words);
    isOpen = false;
  }

  /** A line; with a bar while bytes come, if it is known how many. */
  static String of(ModProgress progress, int width) {
    String phase = progress.phase().name().toLowerCase(Locale.ROOT);
    long total = progress.totalBytes().orElse(0);
    if (progress.phase() != Phase.FETCHING || total == 0) {
      return ProgressBar.fit(
          "%s  %s  %s".formatted(progress.mod(), phase, Amount.bytes(progress.bytes())), width);
    }
    String words =
        "%s  %s of %s"
            .formatted(progress.mod(), Amount.bytes(progress.bytes()), Amount.bytes(total));
    return ProgressBar.of(words, Math.min(1, (double) progress.bytes() / total), width);
  }

  @Override
  public void close() {
    if (isOpen) {
      err.println();
    }
  }
}
