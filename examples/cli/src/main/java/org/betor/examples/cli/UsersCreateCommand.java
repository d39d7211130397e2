package org.betor.examples.cli;

import java.util.concurrent.Callable;
import org.betor.accounts.NewUser;
import org.betor.accounts.Permission;
import org.betor.accounts.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an account for somebody. */
@Command(
    name = "create",
    description = "Makes an account for somebody.",
    mixinStandardHelpOptions = true)
final class UsersCreateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "What they shall be called.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String name;

  @Option(names = "--email", required = true, paramLabel = "ADDRESS", description = "Theirs.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String email;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "What they shall be; ${DEFAULT-VALUE} unless set.")
  private String role = Role.USER;

  @Mixin private PasswordOptions password = new PasswordOptions();
  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print(
        me -> {
          me.need(Permission.MANAGE_USERS); // before a password is asked for
          NewUser person = new NewUser(name, email, password.getNew(name));
          return PersonLine.of(me.accounts().users().create(me.id(), person, role));
        });
  }
}
