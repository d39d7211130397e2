package org.betor.testkit;

import org.betor.api.spi.EventChannel;

/** What the tests of a channel need of whoever implements {@link EventChannelContract}. */
public interface EventChannelUnderTest {
  /** So often a handler gets an event that it throws at. */
  int ATTEMPTS = 3;

  /**
   * Opens a channel that asks a handler {@link #ATTEMPTS} times, after pauses of milliseconds. The
   * first of a name within a test has no groups; opened again after {@link EventChannel#close}, it
   * goes on where it was.
   *
   * @param name lower-case letters, digits and hyphens
   */
  EventChannel open(String name);
}
