package org.betor.accounts.internal.token;

import java.sql.SQLException;
import java.util.Map;
import org.betor.accounts.User;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.PersonalData;

/** Where somebody is signed in. */
public final class SessionData implements PersonalData {
  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public Object export(Transaction transaction, User user) throws SQLException {
    return new SessionTable(transaction).all(user.id()).stream().map(SessionData::fields).toList();
  }

  private static Map<String, Object> fields(SessionRow row) {
    return Map.of(
        "from", row.address(),
        "begun", row.begun().toString(),
        "lastUsed", row.lastUsed().toString());
  }

  @Override
  public void erase(Transaction transaction, User user) throws SQLException {
    new SessionTable(transaction).removeAll(user.id());
  }
}
