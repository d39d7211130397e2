package org.betor.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

/**
 * An application in a program of its own, which takes reports over a socket: a name and a report on
 * a line, answered with {@code ok} or the reason of a refusal. Dies when it is told {@code die},
 * with the next report in the database and no answer given.
 */
final class TrafficServer {
  private TrafficServer() {}

  public static void main(String[] arguments) throws IOException {
    try (Accounts accounts =
            Accounts.builder().folder(Path.of(arguments[0])).passwordCost(Community.CHEAP).open();
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      System.out.println(server.getLocalPort());
      try (Socket client = server.accept()) {
        serve(accounts, client);
      }
    }
  }

  private static void serve(Accounts accounts, Socket client) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    PrintStream answers = new PrintStream(client.getOutputStream(), true, UTF_8);
    boolean dying = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("die")) {
        dying = true;
        continue;
      }
      String answer = answer(accounts, line);
      if (dying) {
        Runtime.getRuntime().halt(1);
      }
      answers.println(answer);
    }
  }

  private static String answer(Accounts accounts, String line) {
    String[] parts = line.split(" ", 2);
    try {
      UserId user = accounts.users().findByName(parts[0]).orElseThrow().id();
      accounts.ratios().report(user, TrafficReport.of(parts[1]));
      return "ok";
    } catch (AccountsException refused) {
      return refused.reason().name();
    }
  }

  /** Starts it, upon accounts that nobody has open. */
  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
            TrafficServer.class.getName(),
            folder.toString())
        .redirectError(new File("/dev/stderr"))
        .start();
  }
}
