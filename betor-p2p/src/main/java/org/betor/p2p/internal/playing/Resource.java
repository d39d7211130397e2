package org.betor.p2p.internal.playing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * Something to serve that never changes.
 *
 * @param sizeBytes its length, from 0
 * @param mediaType such as {@code video/mp4}
 * @param entityTag its strong validator, quotes included
 * @param opening gives its content
 */
public record Resource(long sizeBytes, String mediaType, String entityTag, Opening opening) {

  /** Gives the content of a resource. */
  @FunctionalInterface
  public interface Opening {

    /** Opens it at its start; the channel is read on one thread, which may be interrupted. */
    SeekableByteChannel open() throws IOException;
  }
}
