package org.betor.api.metainfo;

import java.util.List;
import org.betor.api.metainfo.Bencoded.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an info dictionary says of the content, in one version or both.
 *
 * @param name of the one file, or of the folder of all files
 * @param single whether it is one file in no folder
 * @param entries the files and the padding between them
 * @param layout where the files begin
 * @param pieceBytes the length of a piece
 * @param pieces the SHA-1 hashes of the pieces; null in version 2 alone
 * @param isV2 whether version 2 can be used
 */
record Content(
    String name,
    boolean single,
    List<FileEntry> entries,
    Layout layout,
    long pieceBytes,
    @Nullable Text pieces,
    boolean isV2) {

  List<ContentFile> files() {
    return layout.files();
  }

  /** Of all files with the padding that the pieces of version 1 cover, where it has any. */
  long rowBytes() {
    return pieces == null ? layout.endBytes() : Layout.of(entries, 1).endBytes();
  }

  long pieceCount() {
    return (layout.endBytes() - 1) / pieceBytes + 1;
  }

  /** The first file, from 0, that both halves of a hybrid do not have in the same place; or -1. */
  int firstDifference(Content v2) {
    List<ContentFile> others = v2.files();
    int most = Math.max(files().size(), others.size());
    for (int i = 0; i < most; i++) {
      boolean inBoth = i < files().size() && i < others.size();
      if (!inBoth || !files().get(i).agreesWith(others.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** This content, with what version 2 adds to it. */
  Content with(Content v2) {
    return new Content(name, single, entries, v2.layout, pieceBytes, pieces, true);
  }
}
