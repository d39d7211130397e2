package org.betor.examples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.betor.accounts.Submission;
import org.betor.accounts.Uploads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows uploads. */
@Command(
    name = "list",
    description = "Shows one's own uploads, the newest fifty, or what waits to be decided.",
    mixinStandardHelpOptions = true)
final class UploadsListCommand implements Callable<Integer> {
  private static final int PAGE = 50;

  @Option(names = "--waiting", description = "What waits to be decided, the oldest fifty.")
  private boolean waiting;

  @Mixin private UploadsOptions options = new UploadsOptions();

  @Override
  public Integer call() throws Exception {
    return options.as(this::print);
  }

  private int print(LoggedIn me, Uploads uploads) {
    List<Submission> shown =
        waiting ? uploads.waiting(me.id(), 0, PAGE) : uploads.own(me.id(), Long.MAX_VALUE, PAGE);
    shown.stream().map(UploadLine::of).forEach(options.out()::println);
    return 0;
  }
}
