package org.betor.samples;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are had by HTTP, also in parts. */
final class SteamFiles {
  private static final Pattern PATH = Pattern.compile("ugc/(\\d{1,20})/([0-9A-F]{40})/");
  private static final Pattern REST = Pattern.compile("bytes=(\\d{1,15})-");

  private SteamFiles() {}

  static String address(URI root, SteamItem item) {
    return root.resolve("ugc/%s/%s/".formatted(item.handle(), item.sha1())).toString();
  }

  static Answer answer(SteamRequest request, SteamShelf shelf) {
    Matcher path = PATH.matcher(request.path());
    Optional<SteamItem> item =
        path.matches() ? shelf.findFile(path.group(1)) : Optional.<SteamItem>empty();
    return item.map(it -> file(request, it))
        .orElseGet(() -> Answer.html(404, "<h1>Not Found</h1>"));
  }

  private static Answer file(SteamRequest request, SteamItem item) {
    String all = new String(item.files().values().iterator().next(), StandardCharsets.ISO_8859_1);
    String tag = "\"%s\"".formatted(item.sha1());
    Matcher rest = REST.matcher(request.header("Range").orElse(""));
    boolean asked = rest.matches() && request.header("If-Range").filter(tag::equals).isPresent();
    if (!asked) {
      return answer(200, all, Map.of("ETag", tag));
    }
    int from = (int) Math.min(all.length(), Long.parseLong(rest.group(1)));
    if (from == all.length()) {
      return answer(416, "", Map.of("Content-Range", "bytes */" + all.length()));
    }
    String range = "bytes %d-%d/%d".formatted(from, all.length() - 1, all.length());
    return answer(206, all.substring(from), Map.of("ETag", tag, "Content-Range", range));
  }

  private static Answer answer(int status, String latin, Map<String, String> headers) {
    Answer answer = Answer.html(status, "").withBytes(latin);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer.with("Content-Type", "application/octet-stream").with("Accept-Ranges", "bytes");
  }
}
