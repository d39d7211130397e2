package org.betor.accounts.internal.upload;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.accounts.Submission;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Section;
import org.betor.api.model.Upload;
import org.betor.api.spi.Change;

/**
 * What the catalogue is told of an upload. The same upload always gives the same changes, so that
 * they may be put again.
 */
final class CatalogEntry {
  private static final String PROVIDER = "uploads";

  /** Parts of a description, at blanks where there are some, as a post keeps them whole. */
  private static final Pattern PART =
      Pattern.compile("\\S.{0,248}(?=\\s|$)|\\S.{0,248}", Pattern.MULTILINE);

  private CatalogEntry() {}

  /** Of one that is approved or deleted. */
  static List<Change> changes(Submission submission, Contents contents) {
    Instant decided = submission.decided().orElseThrow();
    Stream<Section> sections =
        submission.state() == Submission.State.DELETED
            ? Stream.of(new Block(submission.reason(), decided))
            : Stream.of(upload(submission, decided), contents, listing(submission, decided));
    return sections.map(section -> new Change(submission.key(), section)).toList();
  }

  private static Upload upload(Submission submission, Instant decided) {
    return new Upload(
        submission.uploader().toString(), submission.weight(), submission.tags(), decided);
  }

  private static Listing listing(Submission submission, Instant decided) {
    Post post =
        Post.at(URI.create("upload:" + submission.id()), submission.title())
            .fact(
                "description",
                PART.matcher(submission.description()).results().map(MatchResult::group).toList())
            .published(decided)
            .build();
    Offer offer =
        Offer.of(new Link.Magnet(submission.magnet())).sizeBytes(submission.sizeBytes()).build();
    return new Listing(PROVIDER, post, offer, decided);
  }
}
