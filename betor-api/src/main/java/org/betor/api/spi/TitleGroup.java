package org.betor.api.spi;

import org.betor.api.model.Release;

/**
 * The releases of one film or series among those that match a query.
 *
 * @param best the one that comes first in the query's order
 * @param releases how many there are, {@code best} among them
 */
public record TitleGroup(Release best, long releases) {}
