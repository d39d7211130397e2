package org.betor.examples.cli;

import java.util.Locale;
import org.betor.accounts.Submission;

/** An upload in a line. */
final class UploadLine {
  private UploadLine() {}

  static String of(Submission upload) {
    return "%d  %s  %s  %s%s"
        .formatted(
            upload.id(),
            upload.state().name().toLowerCase(Locale.ROOT),
            upload.title(),
            Amount.bytes(upload.sizeBytes()),
            upload.reason().isEmpty() ? "" : "  (" + upload.reason() + ")");
  }
}
