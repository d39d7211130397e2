package org.betor.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts an account to rest. */
@Command(
    name = "deactivate",
    description = "Keeps somebody from logging in until they are activated.",
    mixinStandardHelpOptions = true)
final class UsersDeactivateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Whom.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String name;

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print(
        me -> PersonLine.of(me.accounts().users().deactivate(me.id(), me.named(name).id())));
  }
}
