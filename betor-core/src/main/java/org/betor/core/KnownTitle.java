package org.betor.core;

import org.betor.api.model.Title;
import org.betor.api.spi.Hits;

/**
 * A film or series with what there is of it.
 *
 * @param title the work; as far as its releases tell, where no source knows it
 * @param releases those that the viewer may see, the most seeders first; at most 100, with the
 *     total
 */
public record KnownTitle(Title title, Hits releases) {}
