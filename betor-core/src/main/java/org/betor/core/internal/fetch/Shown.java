package org.betor.core.internal.fetch;

import java.net.URI;

/** An address as logs may show it: queries and user names can be keys. */
final class Shown {
  private Shown() {}

  static String of(URI address) {
    return address.getScheme() + "://" + address.getHost() + address.getRawPath();
  }
}
