package org.betor.examples.cli;

import java.util.concurrent.Callable;
import org.betor.accounts.Permission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a role do something. */
@Command(
    name = "grant",
    description = "Lets a role do something, and heavier ones from which it is not withheld.",
    mixinStandardHelpOptions = true)
final class RolesGrantCommand implements Callable<Integer> {
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
    return options.print(me -> RoleLine.of(me.accounts().roles().grant(me.id(), name, permission)));
  }
}
