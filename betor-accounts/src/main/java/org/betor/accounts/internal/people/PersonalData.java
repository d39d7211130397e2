package org.betor.accounts.internal.people;

import java.sql.SQLException;
import org.betor.accounts.User;
import org.betor.accounts.internal.database.Transaction;

/** One kind of what is kept about people, so that all of it can be handed out, and erased. */
public interface PersonalData {
  /** What it is, as a key in an export. */
  String name();

  /** What is kept about somebody: texts, numbers, booleans, lists and maps of such. */
  Object export(Transaction transaction, User user) throws SQLException;

  /** Forgets it, or what makes it theirs; the user is still there, and goes after it. */
  void erase(Transaction transaction, User user) throws SQLException;
}
