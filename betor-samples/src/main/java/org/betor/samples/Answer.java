package org.betor.samples;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What the server sends. */
record Answer(int status, Map<String, String> headers, String body, Charset charset) {

  static Answer html(int status, String html) {
    return of(status, Map.of("Content-Type", "text/html; charset=UTF-8"), html);
  }

  /** A page with one more header. */
  static Answer html(int status, String html, String header, String value) {
    return of(status, Map.of("Content-Type", "text/html; charset=UTF-8", header, value), html);
  }

  static Answer text(String text) {
    return of(200, Map.of("Content-Type", "text/plain; charset=UTF-8"), text);
  }

  static Answer json(String json) {
    return json(200, json);
  }

  static Answer json(int status, String json) {
    return of(status, Map.of("Content-Type", "application/json"), json);
  }

  /** A torrent file; each letter stands for one byte. */
  static Answer torrent(String latin) {
    return of(200, Map.of("Content-Type", "application/x-bittorrent"), "").withBytes(latin);
  }

  static Answer redirect(int status, String location) {
    return of(status, Map.of("Location", location), "");
  }

  byte[] bytes() {
    return body.getBytes(charset);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, charset);
  }

  Answer withBody(String body) {
    return new Answer(status, headers, body, charset);
  }

  /** Each letter stands for one byte. */
  Answer withBytes(String latin) {
    return new Answer(status, headers, latin, StandardCharsets.ISO_8859_1);
  }

  private static Answer of(int status, Map<String, String> headers, String body) {
    return new Answer(status, headers, body, StandardCharsets.UTF_8);
  }
}
