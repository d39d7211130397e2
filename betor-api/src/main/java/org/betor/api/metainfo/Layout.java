package org.betor.api.metainfo;

import java.util.ArrayList;
import java.util.List;
import org.betor.api.metainfo.MetainfoException.Reason;

/** Files one behind another, in the row of bytes that is cut into pieces. */
final class Layout {
  private final long alignment;
  private final List<ContentFile> files = new ArrayList<>();
  private long end;

  private Layout(long alignment) {
    this.alignment = alignment;
  }

  /** Files that begin at multiples of so many bytes. Padding takes room and is no file. */
  static Layout of(List<FileEntry> entries, long alignment) {
    Layout layout = new Layout(alignment);
    for (FileEntry entry : entries) {
      try {
        layout.add(entry);
      } catch (ArithmeticException overflow) {
        throw entry
            .at()
            .refused(Reason.TOO_LARGE, "ends beyond 2^63 bytes, together with those before it");
      }
    }
    if (layout.end == 0) {
      throw new MetainfoException(Reason.MALFORMED, "info", "holds no bytes: there is no content");
    }
    return layout;
  }

  List<ContentFile> files() {
    return files;
  }

  long endBytes() {
    return end;
  }

  private void add(FileEntry entry) {
    long start = entry.sizeBytes() == 0 ? end : aligned(end);
    end = Math.addExact(start, entry.sizeBytes());
    if (!entry.padding()) {
      files.add(new ContentFile(entry, start));
    }
  }

  private long aligned(long bytes) {
    return Math.multiplyExact(Math.addExact(bytes, alignment - 1) / alignment, alignment);
  }
}
