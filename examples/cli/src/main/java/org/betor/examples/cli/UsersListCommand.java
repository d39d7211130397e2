package org.betor.examples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.betor.accounts.Permission;
import org.betor.accounts.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who there is. */
@Command(
    name = "list",
    description = "Shows who there is, fifty at a time, by name.",
    mixinStandardHelpOptions = true)
final class UsersListCommand implements Callable<Integer> {
  private static final int PAGE = 50;

  @Option(names = "--after", paramLabel = "NAME", description = "Only those after this name.")
  private String after = "";

  @Mixin private AccountsOptions options = new AccountsOptions();

  @Override
  public Integer call() throws Exception {
    return options.as(this::print);
  }

  private int print(LoggedIn me) {
    me.need(Permission.MANAGE_USERS);
    List<User> people = me.accounts().users().page(after, PAGE);
    people.stream().map(PersonLine::of).forEach(options.out()::println);
    if (people.size() == PAGE) {
      options.err().println("Perhaps more: --after " + people.get(PAGE - 1).name());
    }
    return 0;
  }
}
