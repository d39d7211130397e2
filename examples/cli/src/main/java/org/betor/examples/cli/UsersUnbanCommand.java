package org.betor.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets somebody in again. */
@Command(name = "unban", description = "Ends a ban.", mixinStandardHelpOptions = true)
final class UsersUnbanCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Whose.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String name;

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print(
        me -> PersonLine.of(me.accounts().users().liftBan(me.id(), me.named(name).id())));
  }
}
