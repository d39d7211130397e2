package org.betor.examples.cli;

import java.util.concurrent.Callable;
import org.betor.accounts.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets somebody. */
@Command(
    name = "erase",
    description = "Forgets somebody, and all that is kept about them.",
    mixinStandardHelpOptions = true)
final class UsersEraseCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Whom.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String name;

  @Option(names = "--yes", description = "Yes, for good.")
  private boolean yes;

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!yes) {
      throw new ParameterException(
          spec.commandLine(), "nothing brings %s back: say --yes".formatted(name));
    }
    return options.print(
        me -> {
          User whom = me.named(name);
          me.accounts().users().erase(me.id(), whom.id());
          return whom.name() + "  erased";
        });
  }
}
