package org.betor.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.ReleaseKey;

/**
 * An upload, as it was when this was read.
 *
 * @param id grows with time
 * @param key the release that it is in the catalogue, or would be
 * @param uploader the pseudonym of who handed it in, which {@link Users#findByPseudonym} resolves
 *     until they are erased
 * @param weight the least weight of the roles that find it
 * @param magnet leads to the torrent, without trackers whose addresses carry passkeys
 * @param submitted when it was handed in
 * @param decided when its state became what it is; empty while it waits
 * @param reason why it was refused or deleted; empty otherwise
 */
public record Submission(
    long id,
    ReleaseKey key,
    UUID uploader,
    String title,
    String description,
    List<String> tags,
    int weight,
    MagnetLink magnet,
    long sizeBytes,
    State state,
    Instant submitted,
    Optional<Instant> decided,
    String reason) {

  /** Copies the tags. */
  public Submission {
    tags = List.copyOf(tags);
  }

  /** What became of it. */
  public enum State {
    /** Nobody has decided yet. */
    WAITING,
    /** It is in the catalogue. */
    APPROVED,
    /** It never was in the catalogue; it may be handed in again. */
    REFUSED,
    /** It was in the catalogue, and is blocked there. */
    DELETED
  }
}
