package org.betor.api.mod;

/** What a source says of a mod. */
public sealed interface ModLookup {

  /** It is there. */
  record Found(ModDetails details) implements ModLookup {}

  /**
   * It is not there, or is kept from us.
   *
   * @param why in words for people, such as {@code deleted}
   */
  record Absent(String why) implements ModLookup {}
}
