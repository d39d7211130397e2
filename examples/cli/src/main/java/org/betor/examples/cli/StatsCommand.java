package org.betor.examples.cli;

import java.util.concurrent.Callable;
import org.betor.accounts.Accounts;
import org.betor.accounts.Ratios;
import org.betor.accounts.User;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what somebody gave and took. */
@Command(
    name = "stats",
    description =
        "Shows what somebody uploaded and downloaded, as their clients say, and their ratio.",
    mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 400;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Who; oneself unless set.")
  private @Nullable String name;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days to show, up to 400; ${DEFAULT-VALUE} unless set.")
  private int days = 30;

  @Option(names = "--json", description = "Prints it as JSON.")
  private boolean json;

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterException(
          spec.commandLine(), "1 to %d days are shown, got %d".formatted(MOST_DAYS, days));
    }
    return options.print(
        me -> {
          StatsReport report = report(me.accounts(), name == null ? me.user() : me.shown(name));
          return json ? report.json() : report.text();
        });
  }

  private StatsReport report(Accounts accounts, User whom) {
    Ratios ratios = accounts.ratios();
    return new StatsReport(
        whom.name(), ratios.standing(whom.id()), ratios.history(whom.id(), days));
  }
}
