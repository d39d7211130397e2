package org.betor.samples;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All sample sites at once, for a demonstration without a network.
 *
 * <pre>{@code
 * try (SampleSites sites = SampleSites.start()) {
 *   URI home = sites.home("bludv"); // http://127.0.0.1:PORT/bludv/
 * }
 * }</pre>
 */
public final class SampleSites implements AutoCloseable {
  private final Map<String, SampleSite> sites;

  private SampleSites(Map<String, SampleSite> sites) {
    this.sites = sites;
  }

  /** Starts each on a free port of 127.0.0.1. */
  public static SampleSites start() {
    return new SampleSites(
        Stream.of(SampleSite.archive(), SampleSite.bludv(), SampleSite.comando())
            .collect(toUnmodifiableMap(builder -> builder.site, SampleSite.Builder::start)));
  }

  /** The ids of their providers. */
  public Set<String> ids() {
    return new TreeSet<>(sites.keySet());
  }

  /**
   * The home of a site, by the id of its provider.
   *
   * @throws IllegalArgumentException if there is no sample of that site
   */
  public URI home(String id) {
    return site(id).home();
  }

  /**
   * A site, by the id of its provider.
   *
   * @throws IllegalArgumentException if there is no sample of that site
   */
  public SampleSite site(String id) {
    SampleSite site = sites.get(id);
    if (site == null) {
      throw new IllegalArgumentException(
          "no sample site \"%s\"; there are %s".formatted(id, ids()));
    }
    return site;
  }

  @Override
  public void close() {
    sites.values().forEach(SampleSite::close);
  }
}
