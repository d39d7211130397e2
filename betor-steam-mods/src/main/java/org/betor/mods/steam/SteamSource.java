package org.betor.mods.steam;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.betor.api.mod.Game;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.mod.ModSource;
import org.betor.api.mod.ModVersion;
import org.betor.api.spi.Host;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Setting;
import org.betor.mods.steam.internal.content.FileDownload;
import org.betor.mods.steam.internal.web.Community;
import org.betor.mods.steam.internal.web.Items;
import org.betor.mods.steam.internal.web.SteamKey;
import org.betor.mods.steam.internal.web.StoreGames;
import org.betor.mods.steam.internal.web.WorkshopAddress;

/**
 * The Steam Workshop as a source of mods.
 *
 * <p>Not affiliated with Valve, and not endorsed by it; Steam is a trademark of its owner. It
 * visits as anybody may: without an account, within rate limits that are on unless every address is
 * on this machine, and it keeps no credentials. A key of the Web API, if one is given, is held in
 * memory and sent to that API alone. Mods belong to their authors; whoever fetches one abides by
 * its licence and by the terms of Steam.
 *
 * <pre>{@code
 * ModSource steam =
 *     SteamSource.builder()
 *         .content(SteamCmd.launchedBy(List.of("/opt/steamcmd/steamcmd.sh")).build())
 *         .build();
 * }</pre>
 *
 * <p>Without {@link Builder#content}, it fetches only items that are one file, by HTTP. Safe for
 * use by several threads; starts none, and has nothing that needs closing.
 */
public final class SteamSource implements ModSource {
  private static final Pattern GAME = Pattern.compile("[1-9]\\d{0,9}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,100}");

  private final Items items;
  private final StoreGames games;
  private final Community community;
  private final WorkshopAddress addresses;
  private final FileDownload files;
  private final Optional<ContentFetcher> content;

  private SteamSource(Servers servers, Optional<String> key, Optional<ContentFetcher> content) {
    this.items = servers.items(key);
    this.games = servers.games();
    this.community = servers.pages();
    this.addresses = servers.addresses();
    this.files = servers.files();
    this.content = content;
  }

  /** The Workshop, with settings to be made. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String id() {
    return SteamKey.SOURCE;
  }

  @Override
  public Optional<ModKey> parse(String text) {
    return addresses.parse(text);
  }

  @Override
  public Map<ModKey, ModLookup> details(Set<ModKey> mods) throws InterruptedException {
    Map<ModKey, ModLookup> lookups = new HashMap<>();
    Set<ModKey> batch = new TreeSet<>();
    for (ModKey mod : mods) {
      if (!SteamKey.isOne(mod)) {
        lookups.put(mod, new ModLookup.Absent("the Workshop has no such ids"));
        continue;
      }
      batch.add(mod);
      if (batch.size() == Items.BATCH) {
        lookups.putAll(items.ask(batch));
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      lookups.putAll(items.ask(batch));
    }
    return lookups;
  }

  @Override
  public ModDetails complete(ModDetails mod) throws InterruptedException {
    return mod.needs().isPresent() ? mod : community.complete(mod);
  }

  @Override
  public Optional<Game> game(String id) throws InterruptedException {
    return GAME.matcher(id).matches() ? games.find(id) : Optional.empty();
  }

  @Override
  public ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    if (mod.members().isPresent()) {
      throw new ModException(Reason.ABSENT, "%s is a collection; fetch its members".formatted(mod));
    }
    if (mod.file().isPresent()) {
      return files.fetch(mod, mod.file().get(), folder, bytes);
    }
    return content
        .orElseThrow(
            () ->
                new ModException(
                    Reason.NOT_INSTALLED,
                    "nothing is set up that fetches %s; install SteamCMD and say where it is"
                        .formatted(mod)))
        .fetch(mod, folder, bytes);
  }

  /** Opens the Workshop with an application's settings. */
  public static final class Factory implements ModSource.Factory {

    /** For the service loader. */
    public Factory() {}

    @Override
    public List<Setting> settings() {
      return SteamSettings.ALL;
    }

    @Override
    public String id() {
      return SteamKey.SOURCE;
    }

    @Override
    public ModSource open(Host host) {
      return SteamSettings.source(host);
    }
  }

  /** Says how the Workshop is visited. */
  public static final class Builder {
    static final URI API = URI.create("https://api.steampowered.com/");
    static final URI STORE = URI.create("https://store.steampowered.com/");
    static final URI COMMUNITY = URI.create("https://steamcommunity.com/");

    private URI api = API;
    private URI store = STORE;
    private URI community = COMMUNITY;
    private Optional<String> key = Optional.empty();
    private Optional<ContentFetcher> content = Optional.empty();
    private boolean hurried;
    private InstantSource clock = InstantSource.system();
    private Pause pause = Pause.SLEEPING;

    private Builder() {}

    /** Where the Web API is; Steam's unless set. */
    public Builder api(URI api) {
      this.api = home(api);
      return this;
    }

    /** Where the store is; Steam's unless set. */
    public Builder store(URI store) {
      this.store = home(store);
      return this;
    }

    /** Where the pages of items are; Steam's unless set. */
    public Builder community(URI community) {
      this.community = home(community);
      return this;
    }

    /**
     * A key of the Web API, with which it says at once what items need; none unless set.
     *
     * @throws IllegalArgumentException if it is no word of letters and digits; it is not repeated
     */
    public Builder key(String key) {
      if (!KEY.matcher(key).matches()) {
        throw new IllegalArgumentException("a key of the Web API has letters and digits only");
      }
      this.key = Optional.of(key);
      return this;
    }

    /** What fetches items that are folders; nothing unless set. */
    public Builder content(ContentFetcher content) {
      this.content = Optional.of(content);
      return this;
    }

    /** Asks without rate limits, which is allowed only where all addresses are of this machine. */
    public Builder hurried() {
      this.hurried = true;
      return this;
    }

    /** Tells the time; the system's unless set. */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /** How it waits for its turn; really, unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /**
     * The source, which asks nobody before it is asked.
     *
     * @throws IllegalStateException if somebody else's server is to be asked in a hurry
     */
    public SteamSource build() {
      return new SteamSource(
          new Servers(api, store, community, hurried, clock, pause), key, content);
    }

    private static URI home(URI address) {
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        throw new IllegalArgumentException("a service has an http or https address of a host");
      }
      String text = address.toString();
      return text.endsWith("/") ? address : URI.create(text + "/");
    }
  }
}
