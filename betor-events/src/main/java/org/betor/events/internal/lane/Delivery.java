package org.betor.events.internal.lane;

import java.io.IOException;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;

/** An event for one group, and what becomes of it. */
public interface Delivery {

  /** What happened. */
  Event event();

  /** The handler is done with it. */
  void done() throws IOException;

  /** The handler threw at it too often. When this returns, the letter cannot be lost any more. */
  void bury(DeadLetter letter) throws IOException;
}
