package org.betor.core.internal.online;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;

/** Reads the setting {@code home}. */
final class Homes {
  private static final String NAME = "home";
  private static final Set<String> HTTP = Set.of("http", "https");

  private Homes() {}

  static Setting setting(String fallback) {
    return new Setting(NAME, fallback, false, "the address of the service");
  }

  /**
   * The address that is set, with a slash at its end; empty if there is no such setting, or no
   * value for it.
   *
   * @param id of the source whose setting it is
   * @throws IllegalArgumentException if what is set is no address
   */
  static Optional<URI> find(String id, List<Setting> declared, Settings settings) {
    return declared.stream()
        .filter(setting -> setting.name().equals(NAME))
        .map(settings::get)
        .filter(home -> !home.isBlank())
        .map(home -> address(id + "." + NAME, home))
        .findFirst();
  }

  static URI get(Setting setting, Settings settings) {
    return address(NAME, settings.get(setting));
  }

  /**
   * The address that stands in a setting.
   *
   * @throws IllegalArgumentException if it is none; the text is not repeated, as it may hold a
   *     password
   */
  static URI address(String setting, String text) {
    String home = text.strip();
    try {
      URI address = new URI(home.endsWith("/") ? home : home + "/");
      if (address.getHost() != null && HTTP.contains(String.valueOf(address.getScheme()))) {
        return address;
      }
    } catch (URISyntaxException malformed) {
      // its message would repeat the text
    }
    throw new IllegalArgumentException(
        "the setting %s is no http or https address of a host".formatted(setting));
  }
}
