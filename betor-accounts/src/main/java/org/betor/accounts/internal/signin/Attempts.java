package org.betor.accounts.internal.signin;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.accounts.User;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.PersonalData;

/** Failures to sign in as somebody. */
public final class Attempts implements PersonalData {
  @Override
  public String name() {
    return "failedSignIns";
  }

  @Override
  public Object export(Transaction transaction, User user) throws SQLException {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String login : logins(user)) {
      Optional<AttemptTable.Failures> failures =
          new AttemptTable(transaction).find(Origin.account(login));
      failures.ifPresent(found -> fields.put(login, found.count()));
    }
    return fields;
  }

  @Override
  public void erase(Transaction transaction, User user) throws SQLException {
    for (String login : logins(user)) {
      new AttemptTable(transaction).forget(Origin.account(login));
    }
  }

  private static List<String> logins(User user) {
    return List.of(user.name(), user.email());
  }
}
