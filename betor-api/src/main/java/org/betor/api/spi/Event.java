package org.betor.api.spi;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.betor.api.Experimental;

/**
 * Something that happened.
 *
 * @param id unique
 * @param type what kind of thing, such as {@code org.betor.playback.started}
 * @param source who says so
 * @param time when it happened
 * @param subject what it happened to; events of one subject keep their order
 * @param json the details, as a JSON object
 * @see <a href="https://github.com/cloudevents/spec">CloudEvents 1.0</a>
 */
@Experimental
public record Event(UUID id, String type, URI source, Instant time, String subject, String json) {}
