package org.betor.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers like Steam's store about one game. */
final class SteamStore {
  static final String NAME = "Orchard of Clocks";

  private SteamStore() {}

  static Answer appDetails(SteamRequest request) {
    String id = request.query().get("appids");
    if (id.contains(",")) {
      return Answer.json(400, "null");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    boolean known = id.equals(Long.toString(SteamItems.GAME));
    answer.put("success", known);
    if (known) {
      answer.put("data", data());
    }
    return Answer.json(Json.of(Map.of(id, answer)));
  }

  private static Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", "game");
    data.put("name", NAME);
    data.put("steam_appid", SteamItems.GAME);
    data.put("required_age", "0");
    data.put("detailed_description", "<h1>An orchard</h1> in which clocks grow.");
    data.put("short_description", "Clocks grow on trees.");
    data.put("header_image", "https://pictures.example/990010/header.jpg?t=1720000000");
    data.put("mac_requirements", List.of());
    data.put("categories", List.of(Map.of("id", 2, "description", "Single-player")));
    data.put(
        "genres",
        List.of(
            Map.of("id", "23", "description", "Indie"),
            Map.of("id", "28", "description", "Simulation")));
    return data;
  }
}
