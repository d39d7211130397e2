package org.betor.accounts.internal.upload;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.betor.accounts.Submission;
import org.betor.accounts.User;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.PersonalData;

/** What somebody uploaded. What is in the catalogue stays, under a pseudonym. */
public final class Uploaded implements PersonalData {
  /** More would not fit into an answer; the newest ones count. */
  private static final int MOST = 10_000;

  @Override
  public String name() {
    return "uploads";
  }

  @Override
  public Object export(Transaction transaction, User user) throws SQLException {
    return new UploadTable(transaction)
        .of(user.pseudonym(), Long.MAX_VALUE, MOST).stream().map(Uploaded::fields).toList();
  }

  private static Map<String, Object> fields(Submission submission) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("release", submission.key().value());
    fields.put("title", submission.title());
    fields.put("description", submission.description());
    fields.put("tags", submission.tags());
    fields.put("weight", submission.weight());
    fields.put("state", submission.state().name());
    fields.put("reason", submission.reason());
    fields.put("submitted", submission.submitted().toString());
    submission.decided().ifPresent(decided -> fields.put("decided", decided.toString()));
    return fields;
  }

  @Override
  public void erase(Transaction transaction, User user) throws SQLException {
    new UploadTable(transaction).removeUnpublished(user.pseudonym());
  }
}
