package org.betor.accounts;

import java.util.List;
import org.betor.api.metainfo.Metainfo;

/**
 * A torrent that somebody hands in, with what they say of it; {@link Uploads#submit} checks it.
 *
 * @param title 1 to 200 characters on one line
 * @param description up to 4,000 characters in lines; may be empty
 * @param tags up to 20, each of up to 50 characters
 * @param weight the least weight of the roles that find it, from 0 to that of the uploader
 * @param metainfo the torrent, such as {@code client.seed(path, options).metainfo()} has it; up to
 *     2,000 files
 */
public record NewUpload(
    String title, String description, List<String> tags, int weight, Metainfo metainfo) {

  /** Copies the tags. */
  public NewUpload {
    tags = List.copyOf(tags);
  }
}
