package org.betor.api.name;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Sizes such as {@code 1.4 GB}, of 1,024 times 1,024 bytes and so on, as everybody means them. */
final class Sizes {
  private static final String UNITS = "KMGT";

  private Sizes() {}

  static OptionalLong bytes(String size) {
    int blank = size.indexOf(' ');
    int thousands = UNITS.indexOf(size.charAt(blank + 1)) + 1;
    BigDecimal amount = new BigDecimal(size.substring(0, blank));
    BigDecimal bytes = amount.multiply(BigDecimal.valueOf(1L << (10 * thousands)));
    boolean fits = bytes.signum() > 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
    return fits ? OptionalLong.of(bytes.longValue()) : OptionalLong.empty();
  }
}
