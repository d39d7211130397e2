package org.betor.p2p.internal.playing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is answered: its head, and which part of what is behind that. */
final class Reply {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Status status;
  private final boolean persistent;
  private final List<String> headers = new ArrayList<>();
  private @Nullable Body body;

  private Reply(Status status, boolean persistent) {
    this.status = status;
    this.persistent = persistent;
  }

  static Reply of(Status status, Request request) {
    return new Reply(status, request.persistent());
  }

  /** Nothing but the status, and the connection ends. */
  static Reply refusal(Status status) {
    return new Reply(status, false).with("Content-Length", "0");
  }

  Reply with(String header, String value) {
    headers.add(header + ": " + value);
    return this;
  }

  Reply with(Resource resource, Stretch part) {
    body = part.isEmpty() ? null : new Body(resource, part);
    return this;
  }

  /** What follows the head; null for nothing. */
  @Nullable Body body() {
    return body;
  }

  /** Whether the client may ask once more on the same connection. */
  boolean persistent() {
    return persistent;
  }

  ByteBuffer head(Instant now) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    head.append("Date: ").append(DATE.format(now)).append("\r\n");
    if (!persistent) {
      head.append("Connection: close\r\n");
    }
    return ByteBuffer.wrap(head.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  /** A part of a resource, of at least one byte. */
  record Body(Resource resource, Stretch part) {}
}
