package org.betor.p2p.internal.dht;

/** A node that a lookup has heard of. */
final class Candidate {
  private final Node node;
  private State state = State.UNASKED;
  private byte[] token = {};

  Candidate(Node node) {
    this.node = node;
  }

  Node node() {
    return node;
  }

  boolean is(State state) {
    return this.state == state;
  }

  boolean isWaitedFor() {
    return is(State.ASKED) || is(State.SLOW);
  }

  void becomes(State state) {
    this.state = state;
  }

  /** Notes the answer and what allows to announce there. */
  void answered(byte[] token) {
    becomes(State.ANSWERED);
    this.token = token;
  }

  /** Empty if there was none. */
  byte[] token() {
    return token;
  }

  enum State {
    UNASKED,
    ASKED,
    /** Asked, and so long ago that others are asked meanwhile. */
    SLOW,
    ANSWERED,
    LOST
  }
}
