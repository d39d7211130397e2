package org.betor.samples;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a post is made of.
 *
 * @param release what the heading says behind the title
 * @param number the post's number in WordPress; the higher, the older
 * @param synopsis what it is about; empty for none
 */
record Draft(
    Work work,
    String release,
    int number,
    Labels labels,
    FileFacts file,
    String synopsis,
    Dress dress,
    List<Version> versions) {

  private static final Instant NEWEST = Instant.parse("2026-09-29T15:04:05Z");

  /** How the downloads look. */
  enum Dress {
    /** Buttons are pictures in a hidden block, as of 2016. */
    PICTURES,
    /** Buttons are words below headings, as of 2026. */
    WORDS
  }

  Stream<Version.Button> buttons() {
    return versions.stream()
        .flatMap(version -> version.lines().stream())
        .flatMap(line -> line.buttons().stream());
  }

  Instant published() {
    return NEWEST.minus(Duration.ofHours(number));
  }
}
