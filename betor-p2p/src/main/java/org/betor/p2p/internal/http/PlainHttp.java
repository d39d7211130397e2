package org.betor.p2p.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.betor.p2p.internal.bencode.MalformedException;

/** Questions over HTTP on a connection of the caller's, who may cut it from any thread. */
public final class PlainHttp {
  private PlainHttp() {}

  /**
   * Asks one question. Blocks; no redirect is followed, no compression asked for.
   *
   * @param connection to the host of that address; good for nothing else afterwards
   * @param method such as {@code GET}
   * @param headers whole lines, each with its end
   * @param mostBytes of the answer's body; a longer one is an error
   */
  public static HttpAnswer ask(
      Socket connection, String method, URI address, String headers, byte[] body, int mostBytes)
      throws IOException {
    ByteArrayOutputStream question = new ByteArrayOutputStream();
    question.writeBytes((RequestHead.of(method, address) + headers + "\r\n").getBytes(UTF_8));
    question.writeBytes(body);
    connection.getOutputStream().write(question.toByteArray());
    HttpInput input = new HttpInput(new BufferedInputStream(connection.getInputStream()));
    HttpAnswer head = input.head();
    byte[] content = input.content(head).readNBytes(mostBytes + 1);
    if (content.length > mostBytes) {
      throw new MalformedException("its answer has more than %d bytes".formatted(mostBytes));
    }
    return head.with(content);
  }
}
