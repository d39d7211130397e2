package org.betor.examples.snippets;

import java.io.Console;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Objects;
import org.betor.accounts.Accounts;
import org.betor.accounts.NewUser;
import org.betor.accounts.Permission;
import org.betor.accounts.Tokens;
import org.betor.accounts.UserId;

/** Makes the first of the people, signs them in, and asks what they may do. */
public final class SignIn {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private SignIn() {}

  /** Asks for the password; an argument would show in the list of processes. */
  public static void main(String[] args) {
    Console console = Objects.requireNonNull(System.console(), "start this in a terminal");
    String password = new String(console.readPassword("Password of Ana: "));
    try (Accounts accounts = Accounts.open(Path.of("people"))) {
      System.out.println("Ana may ban others: " + mayBan(accounts, password));
    }
  }

  static boolean mayBan(Accounts accounts, String password) {
    NewUser ana = new NewUser("Ana", "ana@example.org", password);
    accounts.setupToken().ifPresent(token -> accounts.setUp(token, ana)); // at the first start
    Tokens.Pair tokens = accounts.tokens().signIn("Ana", password, HERE);
    UserId user = accounts.tokens().check(tokens.access()); // with each request
    return accounts.may(user, Permission.BAN);
  }
}
