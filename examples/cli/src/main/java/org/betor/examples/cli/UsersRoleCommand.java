package org.betor.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives somebody a role. */
@Command(
    name = "role",
    description = "Gives somebody a role, which logs them out.",
    mixinStandardHelpOptions = true)
final class UsersRoleCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "Who.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String name;

  @Parameters(index = "1", paramLabel = "ROLE", description = "One of: roles list.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String role;

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print(
        me -> PersonLine.of(me.accounts().users().assign(me.id(), me.named(name).id(), role)));
  }
}
