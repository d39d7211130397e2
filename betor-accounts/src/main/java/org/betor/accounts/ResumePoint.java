package org.betor.accounts;

import java.time.Duration;
import java.time.Instant;
import org.betor.api.model.TitleId;

/**
 * How far somebody is in a title.
 *
 * @param position from its start, in milliseconds
 * @param seen when they were there
 */
public record ResumePoint(TitleId title, Duration position, Instant seen) {}
