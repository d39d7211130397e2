package org.betor.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.betor.accounts.Accounts;
import org.betor.accounts.NewUser;
import org.betor.accounts.PasswordCost;
import org.betor.accounts.Tokens;
import org.betor.accounts.UserId;

/** Where commands about people are typed, all about the same accounts. */
final class Terminal {
  static final String PASSWORD = "correct horse battery";

  private static final PasswordCost CHEAP = new PasswordCost(8, 1, 2, 1_000);

  private final Path folder;
  private final Path passwordFile;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  Terminal(Path folder) {
    this.folder = folder;
    this.passwordFile = folder.resolve("password.txt");
  }

  /** With Ana, who is SuperAdmin and logged in, and Bia. */
  static Terminal ofAna(Path folder) throws IOException {
    Terminal terminal = new Terminal(folder);
    try (Accounts accounts =
        Accounts.builder().folder(terminal.accounts()).passwordCost(CHEAP).open()) {
      String token = accounts.setupToken().orElseThrow();
      accounts.setUp(token, new NewUser("Ana", "ana@example.org", PASSWORD));
      accounts.users().register(new NewUser("Bia", "bia@example.org", PASSWORD));
    }
    terminal.logIn("Ana");
    return terminal;
  }

  /** Logs somebody in who need not say their password. */
  void logIn(String name) throws IOException {
    try (Accounts accounts = Accounts.open(accounts())) {
      UserId id = accounts.users().findByName(name).orElseThrow().id();
      Tokens.Pair tokens = accounts.tokens().issue(id, InetAddress.getLoopbackAddress());
      new SessionFile(accounts()).write(tokens.refresh());
    }
  }

  /** What login shows as long as there is no SuperAdmin. */
  String setupToken() {
    type("login");
    return out().replaceAll("(?s).*--setup=(\\S+) .*", "$1");
  }

  Path accounts() {
    return folder.resolve("accounts");
  }

  /** Types a line; the exit code. */
  int type(String line) {
    return run(line.split(" ", -1));
  }

  /** The same, with the password that all have. */
  int withPassword(String line) throws IOException {
    Files.writeString(passwordFile, PASSWORD + System.lineSeparator() + "a second line");
    return type(line + " --password-file " + passwordFile);
  }

  int run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    return Main.run(
        Stream.concat(Stream.of(args), Stream.of("--accounts=" + accounts()))
            .toArray(String[]::new),
        new PrintWriter(out, true),
        new PrintWriter(err, true));
  }

  /** What the last line printed. */
  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
