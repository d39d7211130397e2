package org.betor.accounts;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.AuditTrail;
import org.betor.accounts.internal.people.PersonalData;
import org.betor.accounts.internal.people.Profile;
import org.betor.accounts.internal.playback.Viewing;
import org.betor.accounts.internal.ratio.Traffic;
import org.betor.accounts.internal.signin.Attempts;
import org.betor.accounts.internal.token.SessionData;
import org.betor.accounts.internal.upload.Uploaded;

/** All that is kept about somebody, within one transaction. */
final class Dossier {
  /** Erased in reverse: the others need the profile. */
  private static final List<PersonalData> ALL =
      List.of(
          new Profile(),
          new Attempts(),
          new SessionData(),
          new AuditTrail(),
          new Uploaded(),
          new Traffic(),
          new Viewing());

  private final Transaction transaction;
  private final User user;

  Dossier(Transaction transaction, User user) {
    this.transaction = transaction;
    this.user = user;
  }

  /** By the names of what it is. */
  Map<String, Object> export() throws SQLException {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (PersonalData data : ALL) {
      kept.put(data.name(), data.export(transaction, user));
    }
    return kept;
  }

  void erase() throws SQLException {
    for (int last = ALL.size() - 1; last >= 0; last--) {
      ALL.get(last).erase(transaction, user);
    }
  }
}
