package org.betor.core.internal.imdb;

import org.betor.api.model.MediaType;

/** Media types as numbers, which stay what they are on the disk. */
final class MediaTypeNumber {
  private MediaTypeNumber() {}

  static int of(MediaType mediaType) {
    return switch (mediaType) {
      case UNKNOWN -> 0;
      case FILM -> 1;
      case SERIES -> 2;
    };
  }

  static MediaType mediaType(int number) {
    return switch (number) {
      case 1 -> MediaType.FILM;
      case 2 -> MediaType.SERIES;
      default -> MediaType.UNKNOWN;
    };
  }
}
