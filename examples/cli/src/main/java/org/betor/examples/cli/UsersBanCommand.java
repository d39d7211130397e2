package org.betor.examples.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.betor.accounts.Ban;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps somebody out. */
@Command(
    name = "ban",
    description = "Keeps somebody out, and logs them out.",
    mixinStandardHelpOptions = true)
final class UsersBanCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Whom.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String name;

  @Option(names = "--days", paramLabel = "N", description = "How long; for good unless set.")
  private @Nullable Integer days;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Told to them when they log in.")
  private String reason = "";

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print(
        me -> PersonLine.of(me.accounts().users().ban(me.id(), me.named(name).id(), ban())));
  }

  private Ban ban() {
    return days == null
        ? Ban.forGood(reason)
        : Ban.until(Instant.now().plus(Duration.ofDays(days)), reason);
  }
}
