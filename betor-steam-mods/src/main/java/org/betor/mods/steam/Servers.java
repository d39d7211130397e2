package org.betor.mods.steam;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.betor.api.spi.Pause;
import org.betor.mods.internal.http.Server;
import org.betor.mods.internal.http.TokenBucket;
import org.betor.mods.steam.internal.content.FileDownload;
import org.betor.mods.steam.internal.content.FileHosts;
import org.betor.mods.steam.internal.web.Community;
import org.betor.mods.steam.internal.web.Items;
import org.betor.mods.steam.internal.web.KeyedItems;
import org.betor.mods.steam.internal.web.OpenItems;
import org.betor.mods.steam.internal.web.StoreGames;
import org.betor.mods.steam.internal.web.WorkshopAddress;

/** Where the services are, and how often each may be asked. */
record Servers(
    URI api, URI store, URI community, boolean hurried, InstantSource clock, Pause pause) {
  private static final int MOST_BYTES = 32 << 20;
  private static final int API_BURST = 5;
  private static final Duration API_INTERVAL = Duration.ofSeconds(1);

  /** The store lets nobody ask more than 200 times in five minutes. */
  private static final Duration STORE_INTERVAL = Duration.ofMillis(1_500);

  private static final Duration COMMUNITY_INTERVAL = Duration.ofMillis(1_500);
  private static final Set<String> OF_THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String PAGES = "steamcommunity.com";

  /**
   * Checks.
   *
   * @throws IllegalStateException if somebody else's server is to be asked in a hurry
   */
  Servers {
    if (hurried && !List.of(api, store, community).stream().allMatch(Servers::isOfThisMachine)) {
      throw new IllegalStateException(
          "rate limits stay on unless all addresses are on this machine's loopback interface");
    }
  }

  Items items(Optional<String> key) {
    Server server = server("Steam's Web API", api, API_BURST, API_INTERVAL);
    return key.<Items>map(it -> new KeyedItems(server, it)).orElseGet(() -> new OpenItems(server));
  }

  StoreGames games() {
    return new StoreGames(server("Steam's store", store, 1, STORE_INTERVAL));
  }

  Community pages() {
    return new Community(
        server("the host of the Workshop's pages", community, 1, COMMUNITY_INTERVAL));
  }

  FileDownload files() {
    return new FileDownload(new FileHosts(Set.copyOf(List.of(api, store, community))));
  }

  WorkshopAddress addresses() {
    String own = community.getRawAuthority().toLowerCase(Locale.ROOT);
    return new WorkshopAddress(Set.copyOf(List.of(PAGES, "www." + PAGES, "m." + PAGES, own)));
  }

  private Server server(String name, URI home, int burst, Duration interval) {
    Duration between = hurried ? Duration.ZERO : interval;
    return new Server(
        name,
        home,
        MOST_BYTES,
        new TokenBucket(burst, between, clock, pause),
        clock,
        pause,
        RandomGenerator.getDefault());
  }

  private static boolean isOfThisMachine(URI address) {
    return OF_THIS_MACHINE.contains(String.valueOf(address.getHost()));
  }
}
