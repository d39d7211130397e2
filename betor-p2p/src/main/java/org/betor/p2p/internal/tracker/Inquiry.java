package org.betor.p2p.internal.tracker;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A question under way, which ends once. Used on the loop's thread only. */
final class Inquiry<A> {
  private final URI tracker;
  private final Question<A> question;
  private final Consumer<? super A> then;
  private final List<Runnable> atEnd = new ArrayList<>();
  private boolean over;

  Inquiry(URI tracker, Question<A> question, Consumer<? super A> then) {
    this.tracker = tracker;
    this.question = question;
    this.then = then;
  }

  URI tracker() {
    return tracker;
  }

  Question<A> question() {
    return question;
  }

  boolean isOver() {
    return over;
  }

  /** Runs a task when this ends, before its answer is handed out. */
  void atEnd(Runnable task) {
    atEnd.add(task);
  }

  /** Ends this, unless it ended before. */
  void answer(A answer) {
    if (!over) {
      over = true;
      atEnd.forEach(Runnable::run);
      then.accept(answer);
    }
  }

  /** Ends this without an answer, unless it ended before. The message may be the tracker's own. */
  void fail(String message, Optional<Duration> retryAfter) {
    answer(question.failed(ShownText.of(message), retryAfter));
  }

  /** Ends this without an answer, unless it ended before. */
  void fail(String message) {
    fail(message, Optional.empty());
  }
}
