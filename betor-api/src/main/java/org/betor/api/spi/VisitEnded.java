package org.betor.api.spi;

/** Ends a visit that is over: its time is up, it was cancelled, or it found too much. */
public final class VisitEnded extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An end, with its reason for people. */
  public VisitEnded(String reason) {
    super(reason);
  }
}
