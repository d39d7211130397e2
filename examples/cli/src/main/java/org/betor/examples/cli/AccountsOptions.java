package org.betor.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.betor.accounts.Accounts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands about people have: where their accounts are, and who is logged in there. */
final class AccountsOptions {
  private static final Path USUAL = Path.of("betor-data", "accounts");

  @Option(
      names = "--accounts",
      paramLabel = "DIR",
      description = "Where accounts are kept, and who is logged in; ${DEFAULT-VALUE} unless set.")
  private Path folder = USUAL;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  /** Works with the accounts, whoever is logged in. */
  int with(Task<Accounts> task) throws Exception {
    try (Accounts accounts = Accounts.open(folder)) {
      return task.run(accounts);
    }
  }

  /** Acts as who is logged in. */
  int as(Task<LoggedIn> task) throws Exception {
    return with(
        accounts ->
            task.run(
                LoggedIn.goOn(accounts, session())
                    .orElseThrow(
                        () -> new IllegalStateException("nobody is logged in: see login"))));
  }

  /** Acts as who is logged in, and prints what is said of it. */
  int print(Answer<LoggedIn> act) throws Exception {
    return as(
        me -> {
          out().println(act.of(me));
          return 0;
        });
  }

  /** These options, to follow what else is typed; empty if they are the usual ones. */
  String typed() {
    return folder.equals(USUAL) ? "" : " --accounts=\"" + folder + "\"";
  }

  SessionFile session() {
    return new SessionFile(folder);
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /**
   * What is done.
   *
   * @param <T> with what
   */
  @FunctionalInterface
  interface Task<T> {

    /** Does it; the program's exit code. */
    int run(T with) throws Exception;
  }

  /**
   * What is done, and then said of it.
   *
   * @param <T> with what
   */
  @FunctionalInterface
  interface Answer<T> {

    /** Does it; what the program prints. */
    String of(T with) throws Exception;
  }
}
