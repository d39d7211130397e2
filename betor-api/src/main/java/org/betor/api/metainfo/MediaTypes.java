package org.betor.api.metainfo;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/**
 * What files with these extensions usually hold.
 *
 * @see <a href="https://www.iana.org/assignments/media-types">the registry of media types</a>
 */
final class MediaTypes {
  private static final String UNKNOWN = "application/octet-stream";

  /** None that a browser runs or shows as a page: the files come from strangers. */
  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          entry("mkv", "video/x-matroska"),
          entry("mk3d", "video/x-matroska"),
          entry("mp4", "video/mp4"),
          entry("m4v", "video/mp4"),
          entry("webm", "video/webm"),
          entry("avi", "video/x-msvideo"),
          entry("divx", "video/x-msvideo"),
          entry("mov", "video/quicktime"),
          entry("qt", "video/quicktime"),
          entry("ts", "video/mp2t"),
          entry("m2ts", "video/mp2t"),
          entry("mts", "video/mp2t"),
          entry("mpg", "video/mpeg"),
          entry("mpeg", "video/mpeg"),
          entry("m2v", "video/mpeg"),
          entry("vob", "video/mpeg"),
          entry("ogv", "video/ogg"),
          entry("ogm", "video/ogg"),
          entry("wmv", "video/x-ms-wmv"),
          entry("asf", "video/x-ms-asf"),
          entry("flv", "video/x-flv"),
          entry("3gp", "video/3gpp"),
          entry("rm", "video/vnd.rn-realvideo"),
          entry("rmvb", "video/vnd.rn-realvideo"),
          entry("mp3", "audio/mpeg"),
          entry("flac", "audio/flac"),
          entry("m4a", "audio/mp4"),
          entry("m4b", "audio/mp4"),
          entry("aac", "audio/aac"),
          entry("ogg", "audio/ogg"),
          entry("oga", "audio/ogg"),
          entry("opus", "audio/ogg"),
          entry("wav", "audio/wav"),
          entry("wma", "audio/x-ms-wma"),
          entry("mka", "audio/x-matroska"),
          entry("ac3", "audio/ac3"),
          entry("eac3", "audio/eac3"),
          entry("dts", "audio/vnd.dts"),
          entry("aif", "audio/aiff"),
          entry("aiff", "audio/aiff"),
          entry("ape", "audio/x-ape"),
          entry("srt", "application/x-subrip"),
          entry("vtt", "text/vtt"),
          entry("ass", "text/x-ssa"),
          entry("ssa", "text/x-ssa"),
          entry("sub", "text/plain"),
          entry("ttml", "application/ttml+xml"),
          entry("txt", "text/plain"),
          entry("nfo", "text/plain"),
          entry("jpg", "image/jpeg"),
          entry("jpeg", "image/jpeg"),
          entry("png", "image/png"),
          entry("webp", "image/webp"));

  private MediaTypes() {}

  static String of(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(extension, UNKNOWN);
  }
}
