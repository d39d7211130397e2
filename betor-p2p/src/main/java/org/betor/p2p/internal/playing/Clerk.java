package org.betor.p2p.internal.playing;

import java.util.Arrays;
import java.util.Optional;

/**
 * Decides what a request is answered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110, HTTP semantics</a>
 */
record Clerk(Site site) {

  /** The answer; it says nothing of what is there but to those who know the path. */
  Reply answer(Request request) {
    if (!request.isHead() && !request.method().equals("GET")) {
      return empty(Status.METHOD_NOT_ALLOWED, request).with("Allow", "GET, HEAD");
    }
    Optional<Resource> found = site.find(request.path());
    return found.isPresent() ? answer(request, found.get()) : empty(Status.NOT_FOUND, request);
  }

  /** Section 13.2.2 has the order of the conditions. */
  private static Reply answer(Request request, Resource resource) {
    if (request.header("if-match").filter(tags -> !lists(tags, resource)).isPresent()) {
      return empty(Status.PRECONDITION_FAILED, request);
    }
    if (request.header("if-none-match").filter(tags -> lists(tags, resource)).isPresent()) {
      return Reply.of(Status.NOT_MODIFIED, request).with("ETag", resource.entityTag());
    }
    return part(request, resource)
        .map(part -> partial(request, resource, part))
        .orElseGet(() -> content(Status.OK, request, resource, Stretch.all(resource.sizeBytes())));
  }

  /** A range means something to GET alone, and only of what it was meant for. */
  private static Optional<Stretch> part(Request request, Resource resource) {
    return request
        .header("range")
        .filter(range -> !request.isHead())
        .filter(
            range ->
                request
                    .header("if-range")
                    .orElse(resource.entityTag())
                    .equals(resource.entityTag()))
        .flatMap(range -> Stretch.asked(range, resource.sizeBytes()));
  }

  private static Reply partial(Request request, Resource resource, Stretch part) {
    Reply reply =
        part.isEmpty()
            ? empty(Status.RANGE_NOT_SATISFIABLE, request)
            : content(Status.PARTIAL_CONTENT, request, resource, part);
    return reply.with("Content-Range", part.of(resource.sizeBytes()));
  }

  private static Reply content(Status status, Request request, Resource resource, Stretch part) {
    Reply reply =
        Reply.of(status, request)
            .with("Content-Type", resource.mediaType())
            .with("X-Content-Type-Options", "nosniff")
            .with("Content-Length", String.valueOf(part.length()))
            .with("Accept-Ranges", "bytes")
            .with("ETag", resource.entityTag());
    return request.isHead() ? reply : reply.with(resource, part);
  }

  private static Reply empty(Status status, Request request) {
    return Reply.of(status, request).with("Content-Length", "0");
  }

  private static boolean lists(String tags, Resource resource) {
    return Arrays.stream(tags.split(","))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals(resource.entityTag()));
  }
}
