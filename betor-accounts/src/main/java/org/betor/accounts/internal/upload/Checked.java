package org.betor.accounts.internal.upload;

import java.util.List;
import java.util.regex.Pattern;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.NewUpload;
import org.betor.accounts.internal.people.Blanks;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.ReleaseKey;

/** An upload whose texts and torrent are within what can be kept. */
public record Checked(
    ReleaseKey key,
    String title,
    String description,
    List<String> tags,
    int weight,
    MagnetLink magnet,
    Metainfo metainfo) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 4000;
  private static final int LONGEST_TAG = 50;
  private static final int MOST_TAGS = 20;
  private static final int LONGEST_MAGNET = 8000;
  private static final int MOST_FILES = 2000;
  private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  /** In many lines, writing systems use characters that nobody sees. */
  private static final Pattern UNFIT_IN_LINES = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

  /** Copies the tags. */
  public Checked {
    tags = List.copyOf(tags);
  }

  /**
   * Checks.
   *
   * @throws AccountsException if something cannot be taken
   */
  public static Checked of(NewUpload upload) {
    Metainfo metainfo = upload.metainfo();
    need(
        metainfo.files().size() <= MOST_FILES,
        "an upload has up to %d files: make one archive of them, or several uploads"
            .formatted(MOST_FILES));
    MagnetLink magnet = metainfo.magnet().withoutSecrets();
    need(
        magnet.toString().length() <= LONGEST_MAGNET,
        "the torrent names too many trackers and web seeds: keep a few");
    return new Checked(
        ReleaseKey.of(metainfo.infoHash().or(metainfo::infoHashV2).orElseThrow()),
        line("a title", upload.title(), LONGEST_TITLE),
        description(upload.description()),
        tags(upload.tags()),
        upload.weight(),
        magnet,
        metainfo);
  }

  private static String description(String text) {
    String lines = Blanks.stripped(text).replace("\r\n", "\n");
    need(
        lines.length() <= LONGEST_DESCRIPTION && !UNFIT_IN_LINES.matcher(lines).find(),
        "a description has up to %d characters and no control characters"
            .formatted(LONGEST_DESCRIPTION));
    return lines;
  }

  private static List<String> tags(List<String> tags) {
    need(tags.size() <= MOST_TAGS, "an upload has up to %d tags".formatted(MOST_TAGS));
    return tags.stream().map(tag -> line("a tag", tag, LONGEST_TAG)).distinct().toList();
  }

  private static String line(String what, String text, int longest) {
    String line = Blanks.stripped(text);
    need(
        !line.isEmpty() && line.length() <= longest && !UNFIT.matcher(line).find(),
        "%s has 1 to %d characters, and no line breaks, control or invisible characters"
            .formatted(what, longest));
    return line;
  }

  private static void need(boolean fit, String message) {
    if (!fit) {
      throw new AccountsException(Reason.INVALID, message);
    }
  }
}
