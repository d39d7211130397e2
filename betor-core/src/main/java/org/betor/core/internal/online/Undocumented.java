package org.betor.core.internal.online;

import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;

/** The setting that switches on what is off by itself, as nobody promises that it works. */
final class Undocumented {
  static final Setting ENABLED =
      new Setting(
          "enabled",
          "false",
          false,
          "\"true\" asks this service, which is not documented and may end at any time");

  private Undocumented() {}

  static boolean isEnabled(Settings settings) {
    return settings.get(ENABLED).strip().equals("true");
  }
}
