package org.betor.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.betor.accounts.Permission;
import org.betor.accounts.Uploads;
import org.betor.core.Betor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands about uploads have: the accounts, and the index that they are for. */
final class UploadsOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the index is kept; ${DEFAULT-VALUE} unless set.")
  private Path data = Path.of("betor-data");

  @Mixin private AccountsOptions accounts = new AccountsOptions();

  /** Acts as who is logged in. */
  int as(Task task) throws Exception {
    return accounts.as(
        me -> {
          try (Betor betor = Betor.builder(data).withoutDiscovery().open()) {
            return task.run(me, me.accounts().uploads(betor.catalog()));
          }
        });
  }

  /** Acts as who is logged in, and prints what is said of it. */
  int print(Answer act) throws Exception {
    return as(
        (me, uploads) -> {
          out().println(act.of(me, uploads));
          return 0;
        });
  }

  /** Fails unless somebody is logged in who may do that. */
  void need(Permission permission) throws Exception {
    accounts.as(
        me -> {
          me.need(permission);
          return 0;
        });
  }

  Path data() {
    return data;
  }

  PrintWriter out() {
    return accounts.out();
  }

  PrintWriter err() {
    return accounts.err();
  }

  /** What is done. */
  @FunctionalInterface
  interface Task {

    /** Does it; the program's exit code. */
    int run(LoggedIn me, Uploads uploads) throws Exception;
  }

  /** What is done, and then said of it. */
  @FunctionalInterface
  interface Answer {

    /** Does it; what the program prints. */
    String of(LoggedIn me, Uploads uploads) throws Exception;
  }
}
