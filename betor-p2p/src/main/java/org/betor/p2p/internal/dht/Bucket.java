package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.p2p.internal.loop.Timers;
import org.jspecify.annotations.Nullable;

/** The nodes at about one distance, and one more that would like to be among them. */
final class Bucket {
  private static final long STALE_AFTER_NANOS = Duration.ofMinutes(15).toNanos();

  private final Timers timers;
  private final List<Contact> contacts = new ArrayList<>();
  private @Nullable Contact waiting;
  private @Nullable Long changedAt;

  Bucket(Timers timers) {
    this.timers = timers;
  }

  Stream<Contact> contacts() {
    return contacts.stream();
  }

  /** With the one that waits. */
  Stream<Contact> known() {
    return Stream.concat(contacts(), Stream.ofNullable(waiting));
  }

  /** Whether a newcomer has a place, or may get one. */
  boolean isOpen() {
    return contacts.size() < Table.WIDTH || contacts().anyMatch(contact -> !contact.isGood());
  }

  /** Takes a node that answered; if there is no place it waits for one. */
  void add(Node node) {
    touch();
    if (contacts.size() < Table.WIDTH) {
      contacts.add(new Contact(node, timers));
    } else {
      waiting = new Contact(node, timers);
    }
  }

  /** Who should be asked whether it keeps its place, since another waits for one. */
  Optional<Node> doubt() {
    if (waiting == null) {
      return Optional.empty();
    }
    Optional<Contact> doubtful = contacts().filter(Contact::isDoubtful).findFirst();
    doubtful.ifPresent(Contact::doubt);
    return doubtful.map(Contact::node);
  }

  void silent(InetSocketAddress address) {
    contacts().filter(contact -> contact.node().address().equals(address)).forEach(Contact::failed);
    contacts.removeIf(Contact::isLost);
    letIn();
  }

  void forget(Node node) {
    contacts.removeIf(contact -> contact.node().equals(node));
    if (waiting != null && waiting.node().equals(node)) {
      waiting = null;
    }
    letIn();
  }

  /** Something was learnt, or is about to be. */
  void touch() {
    changedAt = timers.nanoTime();
  }

  boolean isStale() {
    return changedAt == null || timers.nanoTime() - changedAt >= STALE_AFTER_NANOS;
  }

  private void letIn() {
    if (waiting != null && contacts.size() < Table.WIDTH) {
      contacts.add(waiting);
      waiting = null;
      touch();
    }
  }
}
