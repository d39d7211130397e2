package org.betor.api.model;

/**
 * How good the picture is: where it was taken from, and how fine it is.
 *
 * @param source where the picture was taken from
 * @param resolution how fine the picture is
 */
public record Quality(Source source, Resolution resolution) {
  /** Nothing is said of the quality. */
  public static final Quality UNKNOWN = new Quality(Source.UNKNOWN, Resolution.UNKNOWN);

  /** This quality, with what it does not say taken from the other. */
  public Quality or(Quality other) {
    return new Quality(
        source == Source.UNKNOWN ? other.source : source,
        resolution == Resolution.UNKNOWN ? other.resolution : resolution);
  }

  /** As users of the field write it, such as {@code WEB-DL 1080p}; empty if nothing is known. */
  @Override
  public String toString() {
    return (source.label + " " + resolution.label).strip();
  }

  /** Where a picture was taken from, the worst first. */
  public enum Source {
    /** Nobody says. */
    UNKNOWN(""),
    /** Filmed in a cinema. */
    CAM("CAM"),
    /** Filmed in a cinema, with sound from the line. */
    TELESYNC("TS"),
    /** Broadcast in standard definition. */
    SDTV("SDTV"),
    /** A DVD, re-encoded or whole. */
    DVD("DVD"),
    /** Broadcast in high definition. */
    HDTV("HDTV"),
    /** Captured from a streaming service. */
    WEBRIP("WEBRip"),
    /** Downloaded from a streaming service. */
    WEBDL("WEB-DL"),
    /** A Blu-ray disc, re-encoded. */
    BLURAY("BluRay"),
    /** A Blu-ray disc's own streams. */
    REMUX("Remux");

    private final String label;

    Source(String label) {
      this.label = label;
    }
  }

  /** How many lines a picture has. */
  public enum Resolution {
    /** Nobody says. */
    UNKNOWN(""),
    /** 480 lines, or standard definition. */
    R480("480p"),
    /** 576 lines. */
    R576("576p"),
    /** 720 lines. */
    R720("720p"),
    /** 1080 lines. */
    R1080("1080p"),
    /** 2160 lines, also sold as 4K and UHD. */
    R2160("2160p");

    private final String label;

    Resolution(String label) {
      this.label = label;
    }
  }
}
