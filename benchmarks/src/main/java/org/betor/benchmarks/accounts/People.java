package org.betor.benchmarks.accounts;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.accounts.Accounts;
import org.betor.accounts.NewUser;
import org.betor.accounts.User;

/** Invented people with the same password. */
final class People {
  static final String PASSWORD = "correct horse battery";
  static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private People() {}

  static List<User> register(Accounts accounts, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "Person" + number)
        .map(name -> new NewUser(name, name + "@example.org", PASSWORD))
        .map(accounts.users()::register)
        .toList();
  }
}
