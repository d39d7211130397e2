package org.betor.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds a role. */
@Command(
    name = "add",
    description = "Adds a role, which may do what lighter ones may.",
    mixinStandardHelpOptions = true)
final class RolesAddCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ROLE", description = "Its name.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String name;

  @Parameters(index = "1", paramLabel = "WEIGHT", description = "Less than that of one's own.")
  private int weight;

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print(me -> RoleLine.of(me.accounts().roles().add(me.id(), name, weight)));
  }
}
