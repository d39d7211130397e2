package org.betor.p2p.internal.playing;

/**
 * How a request was taken.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110, status codes</a>
 */
enum Status {
  OK(200, "OK"),
  PARTIAL_CONTENT(206, "Partial Content"),
  NOT_MODIFIED(304, "Not Modified"),
  BAD_REQUEST(400, "Bad Request"),
  NOT_FOUND(404, "Not Found"),
  METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
  PRECONDITION_FAILED(412, "Precondition Failed"),
  RANGE_NOT_SATISFIABLE(416, "Range Not Satisfiable"),
  MISDIRECTED_REQUEST(421, "Misdirected Request"),
  /** RFC 6585. */
  HEAD_TOO_LARGE(431, "Request Header Fields Too Large"),
  SERVICE_UNAVAILABLE(503, "Service Unavailable"),
  VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported");

  private final int code;
  private final String phrase;

  Status(int code, String phrase) {
    this.code = code;
    this.phrase = phrase;
  }

  @Override
  public String toString() {
    return code + " " + phrase;
  }
}
