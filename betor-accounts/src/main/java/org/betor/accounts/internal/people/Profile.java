package org.betor.accounts.internal.people;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.betor.accounts.User;
import org.betor.accounts.internal.database.Transaction;

/** The row of a user, but for the hash of the password. */
public final class Profile implements PersonalData {
  @Override
  public String name() {
    return "user";
  }

  @Override
  public Object export(Transaction transaction, User user) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", user.id().toString());
    fields.put("pseudonym", user.pseudonym().toString());
    fields.put("name", user.name());
    fields.put("email", user.email());
    fields.put("role", user.role());
    fields.put("active", user.active());
    fields.put("created", user.created().toString());
    user.ban()
        .ifPresent(
            ban -> {
              fields.put("bannedUntil", ban.until().map(Object::toString).orElse("for good"));
              fields.put("banReason", ban.reason());
            });
    return fields;
  }

  @Override
  public void erase(Transaction transaction, User user) throws SQLException {
    new UserTable(transaction).remove(user.id());
  }
}
