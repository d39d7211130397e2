package org.betor.mods.internal.thunderstore;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.spi.Page;
import org.betor.mods.internal.http.Ask;
import org.betor.mods.internal.http.Server;

/** Asks what packages there are, one by one: the service has no question about several. */
public final class Packages {
  private static final int MOST_TROUBLES = 2;

  private final Server server;

  /** Asks this server. */
  public Packages(Server server) {
    this.server = server;
  }

  /**
   * What there is to say of packages. One that is met by trouble is left out; after much of it, the
   * rest is, too.
   *
   * @throws ModException if there was nothing but trouble
   */
  public Map<ModKey, ModLookup> ask(Set<ModKey> mods) throws InterruptedException {
    Map<ModKey, ModLookup> lookups = new HashMap<>();
    Set<PackageName> names = new TreeSet<>();
    for (ModKey mod : mods) {
      PackageName.parse(mod.id())
          .filter(name -> name.key().equals(mod))
          .ifPresentOrElse(
              names::add,
              () -> lookups.put(mod, new ModLookup.Absent("no package has such a name")));
    }
    lookups.putAll(askEach(names));
    return lookups;
  }

  private Map<ModKey, ModLookup> askEach(Set<PackageName> names) throws InterruptedException {
    Map<ModKey, ModLookup> lookups = new HashMap<>();
    int troubles = 0;
    Optional<ModException> last = Optional.empty();
    for (PackageName name : names) {
      try {
        lookups.put(name.key(), ask(name));
      } catch (ModException trouble) {
        last = Optional.of(trouble);
        troubles += trouble.reason() == Reason.LIMITED ? MOST_TROUBLES : 1;
      }
      if (troubles >= MOST_TROUBLES) {
        break;
      }
    }
    if (lookups.isEmpty() && last.isPresent()) {
      throw last.get();
    }
    return lookups;
  }

  private ModLookup ask(PackageName name) throws InterruptedException {
    return server.ask(
        Ask.get(server.at("api/experimental/package/" + name.path())).orMissing(),
        page -> lookup(name, page));
  }

  /** That there is none is said in JSON; other servers say so in HTML. */
  private static ModLookup lookup(PackageName name, Page page) throws IOException {
    Fields answer = Fields.read(page);
    return page.missing()
        ? new ModLookup.Absent("Thunderstore has no such package, or not any more")
        : new ModLookup.Found(new PackageFields(name, answer).details());
  }
}
