package org.betor.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Wakes an account. */
@Command(
    name = "activate",
    description = "Lets somebody log in again who was deactivated.",
    mixinStandardHelpOptions = true)
final class UsersActivateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Whom.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String name;

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print(
        me -> PersonLine.of(me.accounts().users().activate(me.id(), me.named(name).id())));
  }
}
