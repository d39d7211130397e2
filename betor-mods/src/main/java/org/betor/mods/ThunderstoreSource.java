package org.betor.mods;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
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
import org.betor.api.spi.Settings;
import org.betor.mods.internal.http.Server;
import org.betor.mods.internal.http.TokenBucket;
import org.betor.mods.internal.thunderstore.Archives;
import org.betor.mods.internal.thunderstore.Communities;
import org.betor.mods.internal.thunderstore.PackageAddress;
import org.betor.mods.internal.thunderstore.PackageName;
import org.betor.mods.internal.thunderstore.Packages;

/**
 * Thunderstore as a source of mods. A key is the name of a package, such as {@code
 * thunderstore:Team-Name}; the handle of its version is the number, such as {@code 1.4.2}. A
 * package that needs another one needs it in its newest version here, whichever it asks for.
 *
 * <p>Not affiliated with Thunderstore. It visits as anybody may: without an account, and not too
 * often. Packages belong to their authors; whoever fetches one abides by its licence.
 *
 * <pre>{@code
 * ModLibrary.open(Path.of("mods"), ThunderstoreSource.open());
 * }</pre>
 *
 * <p>Safe for use by several threads; starts none, and has nothing that needs closing.
 */
public final class ThunderstoreSource implements ModSource {
  private static final int MOST_BYTES = 4 << 20;
  private static final int BURST = 10;
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final Packages packages;
  private final Communities communities;
  private final PackageAddress addresses;
  private final Archives archives;

  private ThunderstoreSource(Builder settings) {
    Server server =
        new Server(
            "Thunderstore",
            settings.home,
            MOST_BYTES,
            new TokenBucket(BURST, INTERVAL, settings.clock, settings.pause),
            settings.clock,
            settings.pause,
            RandomGenerator.getDefault());
    this.packages = new Packages(server);
    this.communities = new Communities(server);
    this.addresses = new PackageAddress(settings.home.getRawAuthority());
    this.archives = new Archives(settings.home);
  }

  /** Thunderstore, which is not asked before this is. */
  public static ThunderstoreSource open() {
    return builder().build();
  }

  /** Thunderstore, with settings to be made. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String id() {
    return PackageName.SOURCE;
  }

  @Override
  public Optional<ModKey> parse(String text) {
    return addresses.parse(text);
  }

  @Override
  public Map<ModKey, ModLookup> details(Set<ModKey> mods) throws InterruptedException {
    return packages.ask(mods);
  }

  @Override
  public Optional<Game> game(String id) throws InterruptedException {
    return communities.find(id);
  }

  @Override
  public ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    URI address =
        mod.file()
            .orElseThrow(
                () ->
                    new ModException(
                        Reason.ABSENT, "Thunderstore does not say where %s is".formatted(mod)));
    Unpacking unpacking = new Unpacking(mod.key(), folder);
    archives.fetch(mod.key(), address, unpacking.archive(), bytes);
    unpacking.run();
    return mod.version();
  }

  /** Opens Thunderstore with an application's settings. */
  public static final class Factory implements ModSource.Factory {
    private static final Setting HOME =
        new Setting("home", Builder.HOME.toString(), false, "the address of the service");

    /** For the service loader. */
    public Factory() {}

    @Override
    public String id() {
      return PackageName.SOURCE;
    }

    @Override
    public List<Setting> settings() {
      return List.of(HOME);
    }

    @Override
    public ModSource open(Host host) {
      return builder().home(home(host.settings())).clock(host.clock()).pause(host.pause()).build();
    }

    private static URI home(Settings settings) {
      try {
        return URI.create(settings.get(HOME).strip());
      } catch (IllegalArgumentException malformed) {
        throw new IllegalArgumentException("the setting home is no address", malformed);
      }
    }
  }

  /** Says how Thunderstore is visited. */
  public static final class Builder {
    private static final URI HOME = URI.create("https://thunderstore.io/");

    private URI home = HOME;
    private InstantSource clock = InstantSource.system();
    private Pause pause = Pause.SLEEPING;

    private Builder() {}

    /**
     * Where it is, if not where everybody knows.
     *
     * @throws IllegalArgumentException if that is no address of http or https that ends in a slash
     */
    public Builder home(URI home) {
      String scheme = String.valueOf(home.getScheme()).toLowerCase(Locale.ROOT);
      boolean isWeb = scheme.equals("http") || scheme.equals("https");
      if (!isWeb || home.getHost() == null || !home.getPath().endsWith("/")) {
        throw new IllegalArgumentException("no address of a service, with a slash at its end");
      }
      this.home = home;
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

    /** The source, which asks nobody before it is asked. */
    public ThunderstoreSource build() {
      return new ThunderstoreSource(this);
    }
  }
}
