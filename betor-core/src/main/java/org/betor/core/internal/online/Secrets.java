package org.betor.core.internal.online;

import java.util.List;
import org.betor.api.model.Redacted;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;

/** The secret settings of one source: their names, for people, and their values, for nobody. */
final class Secrets {
  private static final int SHORTEST = 4;

  private final List<String> names;
  private final List<String> values;

  Secrets(List<Setting> declared, Settings settings) {
    List<Setting> secret = declared.stream().filter(Setting::secret).toList();
    this.names = secret.stream().map(Setting::name).toList();
    this.values =
        secret.stream()
            .map(setting -> settings.get(setting).strip())
            .filter(value -> value.length() >= SHORTEST)
            .toList();
  }

  List<String> names() {
    return names;
  }

  /** A text of a plugin or a server as messages may show it. */
  String hiddenIn(String text) {
    String shown = Redacted.text(text);
    for (String value : values) {
      shown = shown.replace(value, "\u2026");
    }
    return shown;
  }
}
