package org.betor.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what roles there are. */
@Command(
    name = "list",
    description = "Shows roles, their weights, and what they may do; the lightest first.",
    mixinStandardHelpOptions = true)
final class RolesListCommand implements Callable<Integer> {
  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.as(
        me -> {
          me.accounts().roles().all().stream().map(RoleLine::of).forEach(options.out()::println);
          return 0;
        });
  }
}
