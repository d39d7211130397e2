package org.betor.api.model;

import java.time.Instant;

/**
 * A part of what is known of a release, written by one kind of writer. Of two sections for the same
 * place the newer {@link #seen} wins, so that writes may come in any order, and again.
 */
public sealed interface Section
    permits Listing, TitleMatch, Contents, Swarm, Upload, Identity, Block {

  /** When the writer looked. */
  Instant seen();
}
