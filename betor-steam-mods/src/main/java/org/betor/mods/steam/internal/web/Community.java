package org.betor.mods.steam.internal.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModDetails.Picture;
import org.betor.api.mod.ModException;
import org.betor.mods.internal.http.Ask;
import org.betor.mods.internal.http.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the pages of items for what the Web API does not say without a key. */
public final class Community {
  private static final Logger LOG = LoggerFactory.getLogger(Community.class);

  private final Server server;

  /** Asks this server. */
  public Community(Server server) {
    this.server = server;
  }

  /** The same mod, with what its page adds; as it was, if the page is not to be had. */
  public ModDetails complete(ModDetails mod) throws InterruptedException {
    Ask ask =
        Ask.get(server.at("sharedfiles/filedetails/?id=%s&l=english".formatted(mod.key().id())));
    try {
      return with(server.ask(ask, page -> new ItemPage(page.text())), mod);
    } catch (ModException trouble) {
      LOG.info("{} stays as it is: {}", mod.key(), trouble.getMessage());
      return mod;
    }
  }

  private static ModDetails with(ItemPage page, ModDetails mod) {
    List<Picture> pictures = new ArrayList<>(mod.pictures());
    for (URI screenshot : page.screenshots()) {
      pictures.add(new Picture(Picture.Kind.SCREENSHOT, screenshot));
    }
    ModDetails.Builder more = mod.with().pictures(pictures);
    if (mod.needs().isEmpty() && mod.members().isEmpty()) {
      page.needs().ifPresent(more::needs);
    }
    return more.build();
  }
}
