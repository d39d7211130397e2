package org.betor.p2p.internal.dht;

import java.util.List;

/** A query that gets an error for an answer. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int PROTOCOL_ERROR = 203;
  private static final int METHOD_UNKNOWN = 204;

  private final int code;

  private RefusedException(int code, String text) {
    super(text, null, false, false);
    this.code = code;
  }

  /** For an argument that is absent, malformed or, as a token, not ours. */
  static RefusedException badArgument(String name) {
    return new RefusedException(PROTOCOL_ERROR, "bad argument: " + name);
  }

  static RefusedException unknownMethod() {
    return new RefusedException(METHOD_UNKNOWN, "unknown method");
  }

  /** As a message carries it. */
  List<Object> codeAndText() {
    return List.of(code, String.valueOf(getMessage()));
  }
}
