package org.betor.testkit;

import org.betor.api.spi.Catalog;

/** What the tests of a catalogue need of whoever implements {@link CatalogContract}. */
public interface CatalogUnderTest {

  /**
   * Opens a catalogue. The first of a name within a test is empty; opened again after {@link
   * Catalog#close}, it goes on where it was. Catalogues of different names know nothing of each
   * other.
   *
   * @param name lower-case letters, digits and hyphens
   */
  Catalog open(String name);
}
