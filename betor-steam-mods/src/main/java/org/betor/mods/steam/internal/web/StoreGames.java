package org.betor.mods.steam.internal.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.api.mod.Game;
import org.betor.api.spi.Page;
import org.betor.mods.internal.http.Ask;
import org.betor.mods.internal.http.Server;

/** Asks the store what a game is. */
public final class StoreGames {
  private static final int MOST_GENRES = 100;

  private final Server store;

  /** Asks this server. */
  public StoreGames(Server store) {
    this.store = store;
  }

  /**
   * Empty if the store has no such game, or does not show it here.
   *
   * @param id digits
   */
  public Optional<Game> find(String id) throws InterruptedException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("appids", id);
    query.put("cc", "us");
    query.put("l", "english");
    Ask ask = Ask.get(store.at("api/appdetails?" + Ask.form(query)));
    return store.ask(ask, page -> game(id, page));
  }

  /** An answer that does not speak of the game is none: over its limit, the store says null. */
  private static Optional<Game> game(String id, Page page) throws IOException {
    Fields all = Fields.read(page);
    if (!all.has(id)) {
      throw new IOException("it does not speak of the game " + id);
    }
    Fields game = all.fields(id);
    String name = game.fields("data").text("name").strip();
    return game.text("success").equals("true") && !name.isEmpty()
        ? Optional.of(game(id, name, game.fields("data")))
        : Optional.empty();
  }

  private static Game game(String id, String name, Fields data) {
    Game.Builder game =
        Game.of(SteamKey.SOURCE, id, name)
            .type(data.text("type"))
            .summary(data.text("short_description"))
            .description(data.text("detailed_description"))
            .genres(genres(data));
    data.address("header_image").ifPresent(game::logo);
    return game.build();
  }

  private static List<Game.Genre> genres(Fields data) {
    List<Game.Genre> genres = new ArrayList<>();
    for (Fields genre : data.list("genres")) {
      String name = genre.text("description").strip();
      if (genres.size() < MOST_GENRES && !name.isEmpty()) {
        genre.id("id").ifPresent(id -> genres.add(new Game.Genre(id, name)));
      }
    }
    return genres;
  }
}
