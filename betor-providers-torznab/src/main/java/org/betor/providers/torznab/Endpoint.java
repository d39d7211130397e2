package org.betor.providers.torznab;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.Setting;

/**
 * An address that speaks Torznab.
 *
 * @param name its name in the settings
 * @param title how people call it
 * @param home its address without {@code api}, with a slash at its end
 * @param more parameters that every request carries, as they stand in its address; may be empty
 * @param key the API key; empty if it needs none
 * @param categories what it is searched for; at least one
 */
record Endpoint(
    String name, String title, URI home, String more, String key, List<Integer> categories) {
  private static final String ACCEPT =
      "application/rss+xml, text/rss+xml, application/xml, text/xml";

  /** Who the provider of this endpoint is. Its settings are below the factory's id. */
  ProviderInfo info() {
    return ProviderInfo.of(TorznabFactory.ID + "-" + name, title)
        .home(home.toString())
        .understands(Query.Field.MEDIA_TYPE, Query.Field.YEAR, Query.Field.EPISODE, Query.Field.ID)
        .settings(
            List.of(
                new Setting(name + ".url", "", false, "the endpoint's address"),
                new Setting(name + ".key", "", true, "its API key"),
                new Setting(name + ".title", name, false, "how people call it"),
                new Setting(
                    name + ".categories",
                    EndpointSettings.USUAL_CATEGORIES,
                    false,
                    "the numbers of the categories that are searched")))
        .build();
  }

  /** The full name of one of its settings, for messages. */
  String setting(String setting) {
    return "%s.%s.%s".formatted(TorznabFactory.ID, name, setting);
  }

  /** A request to this endpoint at the address that is in force. */
  PageRequest request(URI homeInForce, Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach((name, value) -> add(query, name, value));
    query.append(more.isEmpty() || query.isEmpty() ? "" : "&").append(more);
    if (!key.isEmpty()) {
      add(query, "apikey", key);
    }
    return PageRequest.get(homeInForce.resolve("api?" + query)).header("Accept", ACCEPT);
  }

  /** What a server says, without the key, should it repeat it. */
  String withoutKey(String text) {
    return key.isEmpty() ? text : text.replace(key, "…");
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "%s (%s)".formatted(title, name);
  }

  private static void add(StringBuilder query, String name, String value) {
    query
        .append(query.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(
            URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ","));
  }
}
