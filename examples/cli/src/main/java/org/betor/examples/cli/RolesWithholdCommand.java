package org.betor.examples.cli;

import java.util.concurrent.Callable;
import org.betor.accounts.Permission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps a role from something. */
@Command(
    name = "withhold",
    description = "Keeps a role from something; heavier ones are as before.",
    mixinStandardHelpOptions = true)
final class RolesWithholdCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ROLE", description = "One of: roles list.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "PERMISSION",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Permission permission;

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print(
        me -> RoleLine.of(me.accounts().roles().withhold(me.id(), name, permission)));
  }
}
