package org.betor.core.internal.search;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Settings;

/**
 * What a search works with.
 *
 * @param catalog where everything found is kept
 * @param blocks what must not be written
 * @param fetchers fetches pages for the site of that home
 * @param mirrors knows where sites are
 * @param settings all settings, by their full names
 * @param clock tells the time
 * @param pause waits
 * @param workers runs providers
 * @param found is told when a search has ended, which has put something into the catalogue
 * @param patience how long one provider may take
 */
public record Engine(
    Catalog catalog,
    Blocks blocks,
    Function<URI, Fetcher> fetchers,
    Mirrors mirrors,
    Settings settings,
    InstantSource clock,
    Pause pause,
    Workers workers,
    Runnable found,
    Duration patience) {}
