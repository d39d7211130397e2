package org.betor.examples.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.betor.accounts.Accounts;
import org.betor.accounts.NewUser;
import org.betor.accounts.Tokens;
import org.betor.accounts.User;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes somebody who they say, for the commands that follow. */
@Command(
    name = "login",
    description = {
      "Logs in for the commands that follow, or says who is logged in.",
      "At the first start it shows a token with which the first SuperAdmin is made."
    },
    mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A name or e-mail address.")
  private @Nullable String name;

  @Option(
      names = "--setup",
      paramLabel = "TOKEN",
      parameterConsumer = AsItIs.class,
      description = "Makes NAME the first SuperAdmin, with --email.")
  private @Nullable String setupToken;

  @Option(names = "--email", paramLabel = "ADDRESS", description = "Of the first SuperAdmin.")
  private @Nullable String email;

  @Option(names = "--out", description = "Logs out.")
  private boolean out;

  @Mixin private PasswordOptions password = new PasswordOptions();
  @Mixin private AccountsOptions options = new AccountsOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (out) {
      return options.with(this::logOut);
    }
    if (setupToken != null) {
      return setUp(setupToken);
    }
    return name == null ? options.with(this::tell) : logIn(name);
  }

  private int setUp(String token) throws Exception {
    if (name == null || email == null) {
      throw new ParameterException(
          spec.commandLine(), "who shall be SuperAdmin? login --setup=TOKEN NAME --email ADDRESS");
    }
    NewUser person = new NewUser(name, email, password.getNew(name));
    return options.with(
        accounts -> {
          User root = accounts.setUp(token, person);
          return begin(accounts, accounts.tokens().issue(root.id(), HERE));
        });
  }

  private int logIn(String name) throws Exception {
    String typed = password.get(name);
    return options.with(accounts -> begin(accounts, accounts.tokens().signIn(name, typed, HERE)));
  }

  /** In place of who was logged in. */
  private int begin(Accounts accounts, Tokens.Pair tokens) throws IOException {
    options.session().read().ifPresent(accounts.tokens()::revoke);
    options.session().write(tokens.refresh());
    return tell(accounts);
  }

  private int logOut(Accounts accounts) throws IOException {
    options.session().read().ifPresent(accounts.tokens()::revoke);
    options.session().remove();
    return 0;
  }

  private int tell(Accounts accounts) throws IOException {
    Optional<LoggedIn> me = LoggedIn.goOn(accounts, options.session());
    Optional<String> token = accounts.setupToken();
    if (me.isPresent()) {
      User user = me.get().user();
      options.out().println("Logged in: %s, %s".formatted(user.name(), user.role()));
    } else if (token.isPresent()) {
      options.out().println("Nobody is SuperAdmin here yet. Become it with this token:");
      options
          .out()
          .println(
              "login --setup=%s NAME --email ADDRESS%s".formatted(token.get(), options.typed()));
    } else {
      options.err().println("Nobody is logged in.");
      return 1;
    }
    return 0;
  }
}
