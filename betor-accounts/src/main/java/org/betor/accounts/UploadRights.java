package org.betor.accounts;

import java.sql.SQLException;
import java.util.List;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Submission.State;
import org.betor.accounts.internal.people.Actor;
import org.betor.accounts.internal.upload.UploadTable;
import org.betor.api.model.ReleaseKey;

/**
 * Which uploads somebody sees and decides upon. What weighs more than their role is not there for
 * them, save their own; and no answer says that it is. Who watches what becomes of another's
 * upload, or asks its uploader, may still conclude it.
 */
final class UploadRights {
  private final Actor actor;
  private final UploadTable uploads;

  UploadRights(Actor actor) {
    this.actor = actor;
    this.uploads = new UploadTable(actor.transaction());
  }

  /** The one with an id, if they see it. */
  Submission get(long id) throws SQLException {
    Submission submission = uploads.get(id);
    if (!isOwn(submission) && !showsToDecide(submission)) {
      throw UploadTable.unknown(id);
    }
    return submission;
  }

  private boolean isOwn(Submission submission) {
    return submission.uploader().equals(actor.user().pseudonym());
  }

  /** Who does not see all uploads of a torrent decides upon none of them that waits. */
  private boolean showsToDecide(Submission submission) throws SQLException {
    boolean decides =
        actor.role().has(Permission.APPROVE_UPLOADS)
            || actor.role().has(Permission.DELETE_FROM_CATALOG);
    if (!decides || isTooHeavy(submission)) {
      return false;
    }
    return submission.state() != State.WAITING
        || uploads.standing(submission.key()).stream().noneMatch(this::isTooHeavy);
  }

  private boolean isTooHeavy(Submission submission) {
    return submission.weight() > actor.role().weight();
  }

  /** Checks that a torrent is not there yet, as far as they may know. */
  void checkNew(ReleaseKey key) throws SQLException {
    for (Submission other : uploads.standing(key)) {
      if (isOwn(other) || !isTooHeavy(other)) {
        throw alreadyUploaded(other);
      }
    }
  }

  /** Checks that they may decide upon one, and that it waits. */
  Submission checkDecides(long id) throws SQLException {
    actor.need(Permission.APPROVE_UPLOADS);
    Submission submission = get(id);
    if (isOwn(submission) && !actor.role().name().equals(Role.SUPER_ADMIN)) {
      throw new AccountsException(Reason.FORBIDDEN, "somebody else decides upon one's own uploads");
    }
    return checkState(submission, State.WAITING);
  }

  /** The same, and that its torrent neither is in the catalogue nor blocked there. */
  void checkApproves(long id) throws SQLException {
    List<Submission> all = uploads.standing(checkDecides(id).key());
    for (Submission other : all) {
      if (other.state() != State.WAITING) {
        throw alreadyUploaded(other);
      }
    }
  }

  /** Checks that they may delete one, and that it is in the catalogue. */
  void checkDeletes(long id) throws SQLException {
    actor.need(Permission.DELETE_FROM_CATALOG);
    checkState(get(id), State.APPROVED);
  }

  private static Submission checkState(Submission submission, State state) {
    if (submission.state() != state) {
      throw new AccountsException(
          Reason.ALREADY_DECIDED,
          "the upload %d is %s, not %s".formatted(submission.id(), submission.state(), state));
    }
    return submission;
  }

  private static AccountsException alreadyUploaded(Submission other) {
    return new AccountsException(
        Reason.ALREADY_UPLOADED,
        other.state() == State.DELETED
            ? "this torrent was deleted from the catalogue, and is blocked"
            : "this torrent was uploaded already");
  }
}
