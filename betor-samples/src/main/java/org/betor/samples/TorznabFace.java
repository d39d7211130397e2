package org.betor.samples;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** How one software speaks Torznab: its paths, its errors and its habits. */
interface TorznabFace {

  /** The endpoint's path, without a slash at its start, with one at its end. */
  String path();

  /** The path of downloads, such as {@code dl/sample/}. */
  String downloadPath();

  Answer caps();

  /** What is wrong with a request, if anything is. */
  Optional<Answer> objection(TorznabQuery query, String key);

  Answer inTrouble(TorznabTrouble trouble);

  /** The attributes and elements of an item that others write otherwise. */
  String item(TorznabRelease release, TorznabLinks links);

  /** What comes first in a channel. */
  String channel(URI root);

  static Answer xml(int status, String type, String xml) {
    return new Answer(
        status,
        Map.of("Content-Type", type),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml,
        StandardCharsets.UTF_8);
  }

  static String error(int code, String description) {
    return "<error code=\"%d\" description=\"%s\" />".formatted(code, Html.escape(description));
  }

  static String attribute(String name, Object value) {
    return "      <torznab:attr name=\"%s\" value=\"%s\" />\n"
        .formatted(name, Html.escape(String.valueOf(value)));
  }

  static String element(String name, Object value) {
    return "      <%s>%s</%s>\n".formatted(name, Html.escape(String.valueOf(value)), name);
  }
}
