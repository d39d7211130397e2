package org.betor.accounts;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Submission.State;
import org.betor.accounts.internal.people.Actor;
import org.betor.accounts.internal.people.Acts;
import org.betor.accounts.internal.people.Texts;
import org.betor.accounts.internal.upload.Checked;
import org.betor.accounts.internal.upload.Publisher;
import org.betor.accounts.internal.upload.UploadTable;
import org.betor.api.model.Contents;

/**
 * What people hand in for the catalogue. It waits until somebody decides who has {@link
 * Permission#APPROVE_UPLOADS} and is not the uploader, unless they are {@link Role#SUPER_ADMIN};
 * what is approved is found by viewers of its weight and above. Nobody hands in, sees or decides
 * upon what weighs more than their role.
 *
 * <p>A decision is in the database first and then in the catalogue. If the catalogue fails, or the
 * program ends between the two, the decision stands, and the catalogue is told with the next one,
 * or the next call of {@link Accounts#uploads}.
 *
 * <p>Everything throws {@link AccountsException}, with {@link Reason#FORBIDDEN} where somebody may
 * not. Safe for use by several threads.
 */
public final class Uploads {
  private static final int LARGEST_PAGE = 1_000;
  private static final int MOST_WAITING = 100;

  private final Acts acts;
  private final Publisher publisher;

  Uploads(Acts acts, Publisher publisher) {
    this.acts = acts;
    this.publisher = publisher;
  }

  /**
   * Hands in a torrent; needs {@link Permission#UPLOAD}. The torrent's trackers are kept without
   * those whose addresses carry passkeys, for these are the uploader's own. At most 100 of one
   * person wait. One that is there already is refused, unless that weighs more than the role of who
   * hands it in: then this waits for somebody who sees both.
   */
  public Submission submit(UserId by, NewUpload upload) {
    Checked checked = Checked.of(upload);
    return acts.by(
        by,
        actor -> {
          actor.need(Permission.UPLOAD);
          checkWeight(actor, checked.weight());
          UploadTable uploads = new UploadTable(actor.transaction());
          new UploadRights(actor).checkNew(checked.key());
          if (uploads.countWaiting(actor.user().pseudonym()) >= MOST_WAITING) {
            throw new AccountsException(
                Reason.TOO_MANY_WAITING,
                "%d uploads wait already: wait until some are decided".formatted(MOST_WAITING));
          }
          Submission added = uploads.add(checked, actor.user().pseudonym(), actor.now());
          return noted(actor, Act.SUBMIT_UPLOAD, added);
        });
  }

  private static void checkWeight(Actor actor, int weight) {
    if (weight < 0 || weight > actor.role().weight()) {
      throw new AccountsException(
          Reason.INVALID,
          "an upload weighs from 0 to what the role of its uploader does, %d; got %d"
              .formatted(actor.role().weight(), weight));
    }
  }

  /** Puts it into the catalogue; needs {@link Permission#APPROVE_UPLOADS}. */
  public Submission approve(UserId by, long id) {
    Submission approved =
        acts.by(
            by,
            actor -> {
              new UploadRights(actor).checkApproves(id);
              Submission decided =
                  new UploadTable(actor.transaction())
                      .decide(id, State.APPROVED, actor.now(), "", false);
              return noted(actor, Act.APPROVE_UPLOAD, decided);
            });
    publisher.tell();
    return approved;
  }

  /**
   * Keeps it from the catalogue; needs {@link Permission#APPROVE_UPLOADS}.
   *
   * @param reason for the uploader; not blank
   */
  public Submission refuse(UserId by, long id, String reason) {
    String why = reason(reason);
    return acts.by(
        by,
        actor -> {
          new UploadRights(actor).checkDecides(id);
          Submission decided =
              new UploadTable(actor.transaction())
                  .decide(id, State.REFUSED, actor.now(), why, true);
          return noted(actor, Act.REFUSE_UPLOAD, decided);
        });
  }

  /**
   * Deletes an approved one from the catalogue and blocks its key there, so that it does not come
   * back by any provider; needs {@link Permission#DELETE_FROM_CATALOG}.
   *
   * @param reason for people; not blank
   */
  public Submission delete(UserId by, long id, String reason) {
    String why = reason(reason);
    Submission deleted =
        acts.by(
            by,
            actor -> {
              new UploadRights(actor).checkDeletes(id);
              Submission decided =
                  new UploadTable(actor.transaction())
                      .decide(id, State.DELETED, actor.now(), why, false);
              return noted(actor, Act.DELETE_UPLOAD, decided);
            });
    publisher.tell();
    return deleted;
  }

  private static String reason(String text) {
    String reason = Texts.reason(text);
    if (reason.isEmpty()) {
      throw new AccountsException(Reason.INVALID, "say why: the uploader will ask");
    }
    return reason;
  }

  /** One's own uploads, the newest first: those before {@code id}, at most 1,000. */
  public List<Submission> own(UserId by, long before, int limit) {
    Pages.checkLimit(limit, LARGEST_PAGE);
    return acts.look(
        by,
        actor -> new UploadTable(actor.transaction()).of(actor.user().pseudonym(), before, limit));
  }

  /**
   * What waits and weighs no more than one's role, the oldest first: what follows the id, at most
   * 1,000; needs {@link Permission#APPROVE_UPLOADS}. Another's is left out while an upload of its
   * torrent weighs more than that; one's own are there, though perhaps others decide upon them.
   */
  public List<Submission> waiting(UserId by, long after, int limit) {
    Pages.checkLimit(limit, LARGEST_PAGE);
    return acts.look(
        by,
        actor -> {
          actor.need(Permission.APPROVE_UPLOADS);
          return new UploadTable(actor.transaction())
              .waiting(actor.user().pseudonym(), actor.role().weight(), after, limit);
        });
  }

  /** The one with an id, as far as somebody may see it: their own, or what they may decide upon. */
  public Optional<Submission> find(UserId by, long id) {
    try {
      return Optional.of(acts.look(by, actor -> new UploadRights(actor).get(id)));
    } catch (AccountsException none) {
      if (none.reason() == Reason.UNKNOWN_UPLOAD) {
        return Optional.empty();
      }
      throw none;
    }
  }

  /** The name and files of its torrent, for those who {@link #find} it. */
  public Contents contents(UserId by, long id) {
    return acts.look(
        by,
        actor ->
            new UploadTable(actor.transaction()).contents(new UploadRights(actor).get(id).id()));
  }

  /**
   * Tells the catalogue all that was ever approved or deleted, once more: for one that is new, was
   * restored from a copy, or belongs to another instance of the application.
   */
  public void republish() {
    publisher.tellAll();
  }

  /** By its key: what it is called is the uploader's, and goes with them. */
  private static Submission noted(Actor actor, Act act, Submission submission) throws SQLException {
    String why = submission.reason().isEmpty() ? "" : ": " + submission.reason();
    actor.note(act, Optional.of(submission.uploader()), submission.key() + why);
    return submission;
  }
}
