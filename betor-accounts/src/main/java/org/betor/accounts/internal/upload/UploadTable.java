package org.betor.accounts.internal.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Submission;
import org.betor.accounts.Submission.State;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.Contents;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.ReleaseKey;

/** Uploads, within one transaction. */
public final class UploadTable {
  private static final String SELECT =
      """
      select id, release_key, uploader, title, description, tags, weight, magnet, size_bytes,
        state, submitted, decided, reason
      from betor_upload
      """;
  private static final String BETWEEN_TAGS = "\n";

  private final Transaction transaction;

  /** What this does is part of the transaction. */
  public UploadTable(Transaction transaction) {
    this.transaction = transaction;
  }

  /**
   * The upload with an id.
   *
   * @throws AccountsException if there is none
   */
  public Submission get(long id) throws SQLException {
    return find(id).orElseThrow(() -> unknown(id));
  }

  /** What is said of an upload that is not there, or does not show. */
  public static AccountsException unknown(long id) {
    return new AccountsException(Reason.UNKNOWN_UPLOAD, "there is no upload with the id " + id);
  }

  private Optional<Submission> find(long id) throws SQLException {
    return transaction.first(UploadTable::read, SELECT + "where id = ?", id);
  }

  /** Those of a torrent that were not refused, the newest first. */
  public List<Submission> standing(ReleaseKey key) throws SQLException {
    return transaction.rows(
        UploadTable::read,
        SELECT + "where release_key = ? and state <> ? order by id desc",
        key.value(),
        State.REFUSED.name());
  }

  /**
   * Those that wait, and that a role of this weight finds with all others of the same torrent; the
   * oldest first.
   *
   * @param own whose uploads are there whatever others of their torrents weigh, so that who
   *     compares them with {@link #of} learns nothing
   */
  public List<Submission> waiting(UUID own, int weight, long after, int limit) throws SQLException {
    return transaction.rows(
        UploadTable::read,
        SELECT
            + """
              where state = ? and weight <= ? and id > ? and (uploader = ? or not exists
                (select 1 from betor_upload h
                where h.release_key = betor_upload.release_key and h.weight > ? and h.state <> ?))
              order by id limit ?
              """,
        State.WAITING.name(),
        weight,
        after,
        own.toString(),
        weight,
        State.REFUSED.name(),
        limit);
  }

  /** Those of one uploader, the newest first. */
  public List<Submission> of(UUID uploader, long before, int limit) throws SQLException {
    return transaction.rows(
        UploadTable::read,
        SELECT + "where uploader = ? and id < ? order by id desc limit ?",
        uploader.toString(),
        before,
        limit);
  }

  /** Those in the catalogue, or blocked there; the oldest first. */
  List<Submission> published(long after, int limit) throws SQLException {
    return transaction.rows(
        UploadTable::read,
        SELECT + "where state in (?, ?) and id > ? order by id limit ?",
        State.APPROVED.name(),
        State.DELETED.name(),
        after,
        limit);
  }

  /** Those that the catalogue has not been told of, the oldest first. */
  List<Submission> untold(int limit) throws SQLException {
    return transaction.rows(
        UploadTable::read, SELECT + "where told = false order by id limit ?", limit);
  }

  /** How many of one uploader wait. */
  public long countWaiting(UUID uploader) throws SQLException {
    return transaction.number(
        "select count(*) from betor_upload where uploader = ? and state = ?",
        uploader.toString(),
        State.WAITING.name());
  }

  /** Adds one that waits. */
  public Submission add(Checked upload, UUID uploader, Instant now) throws SQLException {
    transaction.change(
        """
        insert into betor_upload (release_key, uploader, title, description, tags, weight, magnet,
          torrent_name, size_bytes, state, submitted, decided, reason, told)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', true)
        """,
        upload.key().value(),
        uploader.toString(),
        upload.title(),
        upload.description(),
        String.join(BETWEEN_TAGS, upload.tags()),
        upload.weight(),
        upload.magnet().toString(),
        upload.metainfo().name(),
        upload.metainfo().sizeBytes(),
        State.WAITING.name(),
        Micros.of(now));
    Submission added = standing(upload.key()).get(0);
    addFiles(added.id(), upload.metainfo());
    return added;
  }

  private void addFiles(long id, Metainfo metainfo) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    for (ContentFile file : metainfo.files()) {
      rows.add(new Object[] {id, rows.size(), file.path(), file.sizeBytes()});
    }
    transaction.changeEach(
        "insert into betor_upload_file (upload_id, place, path, size_bytes) values (?, ?, ?, ?)",
        rows);
  }

  /** What is in the torrent. */
  public Contents contents(long id) throws SQLException {
    List<Contents.File> files =
        transaction.rows(
            row -> new Contents.File(row.getString("path"), row.getLong("size_bytes")),
            "select path, size_bytes from betor_upload_file where upload_id = ? order by place",
            id);
    return transaction
        .first(
            row ->
                new Contents(
                    row.getString("torrent_name"), files, Micros.instant(row.getLong("submitted"))),
            "select torrent_name, submitted from betor_upload where id = ?",
            id)
        .orElseThrow(() -> unknown(id));
  }

  /**
   * Says what becomes of one.
   *
   * @param told whether the catalogue has no need to know
   */
  public Submission decide(long id, State state, Instant now, String reason, boolean told)
      throws SQLException {
    transaction.change(
        "update betor_upload set state = ?, decided = ?, reason = ?, told = ? where id = ?",
        state.name(),
        Micros.of(now),
        reason,
        told,
        id);
    return get(id);
  }

  /** Says that the catalogue knows this, unless something else was decided since. */
  void tell(Submission submission) throws SQLException {
    transaction.change(
        "update betor_upload set told = true where id = ? and state = ?",
        submission.id(),
        submission.state().name());
  }

  /** Forgets those of one uploader that are in no catalogue. */
  void removeUnpublished(UUID uploader) throws SQLException {
    String theirs = "uploader = ? and state in ('WAITING', 'REFUSED')";
    transaction.change(
        "delete from betor_upload_file where upload_id in (select id from betor_upload where "
            + theirs
            + ")",
        uploader.toString());
    transaction.change("delete from betor_upload where " + theirs, uploader.toString());
  }

  private static Submission read(ResultSet row) throws SQLException {
    String tags = row.getString("tags");
    long decided = row.getLong("decided");
    return new Submission(
        row.getLong("id"),
        new ReleaseKey(row.getString("release_key")),
        UUID.fromString(row.getString("uploader")),
        row.getString("title"),
        row.getString("description"),
        tags.isEmpty() ? List.of() : List.of(tags.split(BETWEEN_TAGS)),
        row.getInt("weight"),
        MagnetLink.parse(row.getString("magnet")),
        row.getLong("size_bytes"),
        State.valueOf(row.getString("state")),
        Micros.instant(row.getLong("submitted")),
        decided == 0 ? Optional.empty() : Optional.of(Micros.instant(decided)),
        row.getString("reason"));
  }
}
