package org.betor.mods.internal.thunderstore;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.betor.api.mod.Game;
import org.betor.api.spi.Page;
import org.betor.mods.internal.http.Ask;
import org.betor.mods.internal.http.Server;

/** Asks about communities, of which every game has one. */
public final class Communities {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");

  private final Server server;

  /** Asks this server. */
  public Communities(Server server) {
    this.server = server;
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The game of a community; empty if there is none. */
  public Optional<Game> find(String id) throws InterruptedException {
    return isId(id)
        ? server.ask(
            Ask.get(server.at("api/cyberstorm/community/" + id + "/")).orMissing(),
            page -> game(id, page))
        : Optional.empty();
  }

  private static Optional<Game> game(String id, Page page) throws IOException {
    Fields answer = Fields.read(page);
    if (page.missing()) {
      return Optional.empty();
    }
    String name = answer.text("name").strip();
    if (!answer.text("identifier").equals(id) || name.isEmpty()) {
      throw new IOException("it does not speak of the community " + id);
    }
    Game.Builder game =
        Game.of(PackageName.SOURCE, id, name)
            .type("game")
            .summary(answer.text("short_description"))
            .description(answer.text("description"));
    answer.address("cover_image_url").ifPresent(game::logo);
    return Optional.of(game.build());
  }
}
