package org.betor.examples.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.betor.accounts.User;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Hands out what is kept about somebody. */
@Command(
    name = "export",
    description = "Prints all that is kept about somebody, but for their password, as JSON.",
    mixinStandardHelpOptions = true)
final class UsersExportCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Whom; oneself unless set.")
  private @Nullable String name;

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print(
        me -> {
          User whom = name == null ? me.user() : me.named(name);
          Map<String, Object> kept = me.accounts().users().export(me.id(), whom.id());
          return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(kept);
        });
  }
}
