package org.betor.api.spi;

import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;

/**
 * One section to write.
 *
 * @param key the release
 * @param section what is known of it now
 */
public record Change(ReleaseKey key, Section section) {}
