package org.betor.p2p.internal.dht;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.p2p.internal.loop.Timers;

/**
 * The nodes that we know: many that are near us, few of those far away, and none that has not
 * answered us.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0005.html">BEP 5, routing table</a>
 */
final class Table {
  /** How many nodes a bucket holds, an answer names, and keep one torrent's peers. */
  static final int WIDTH = 8;

  private final Id own;
  private final Reach reach;
  private final Timers timers;

  /** By the bits that ids share with ours; as many as were needed yet. */
  private final List<Bucket> buckets = new ArrayList<>();

  Table(Id own, Reach reach, Timers timers) {
    this.own = own;
    this.reach = reach;
    this.timers = timers;
  }

  int size() {
    return (int) contacts().count();
  }

  /**
   * Takes a node that answered.
   *
   * @return a node that should be asked whether it is still there, since others want its place
   */
  Optional<Node> answered(Node node) {
    if (node.id().equals(own) || !reach.admits(node.address())) {
      return Optional.empty();
    }
    forgetOtherIdsAt(node);
    Bucket bucket = bucket(node.id());
    if (!heard(node) && !knows(node.id()) && hasPlaceFor(node.address().getAddress())) {
      bucket.add(node);
    }
    return bucket.doubt();
  }

  /**
   * Notes a sign of life.
   *
   * @return false if the node is unknown
   */
  boolean heard(Node node) {
    Optional<Contact> known =
        node.id().equals(own)
            ? Optional.empty()
            : bucket(node.id()).known().filter(is -> is.node().equals(node)).findFirst();
    known.ifPresent(Contact::heard);
    return known.isPresent();
  }

  /** Whether it is worth asking a node if it is there. */
  boolean wants(Node node) {
    return !node.id().equals(own)
        && !knows(node.id())
        && !knows(node.address())
        && hasPlaceFor(node.address().getAddress())
        && bucket(node.id()).isOpen();
  }

  boolean knows(InetSocketAddress address) {
    return known().anyMatch(contact -> contact.node().address().equals(address));
  }

  /** Notes that somebody did not answer. */
  void silent(InetSocketAddress address) {
    buckets.forEach(bucket -> bucket.silent(address));
  }

  /** For lookups of our own: the nearest, be they good or not. */
  List<Node> nearest(Id target) {
    return nearest(target, contacts());
  }

  /** For answers to others: the nearest of which we believe that they are there. */
  List<Node> nearestGood(Id target) {
    return nearest(target, contacts().filter(Contact::isGood));
  }

  /** All of which we believe that they are there. */
  Stream<Node> good() {
    return contacts().filter(Contact::isGood).map(Contact::node);
  }

  /**
   * Ids whose lookup renews buckets of which nothing was heard for long; these count as renewed.
   */
  List<Id> stale(int limit, RandomGenerator random) {
    int deepest = IntStream.range(0, buckets.size()).filter(this::isUsed).max().orElse(-1);
    List<Integer> stale =
        IntStream.rangeClosed(0, deepest)
            .filter(i -> buckets.get(i).isStale())
            .limit(limit)
            .boxed()
            .toList();
    stale.forEach(i -> buckets.get(i).touch());
    return stale.stream().map(i -> own.neighbour(i, random)).toList();
  }

  private boolean isUsed(int bucket) {
    return buckets.get(bucket).contacts().findAny().isPresent();
  }

  private void forgetOtherIdsAt(Node node) {
    List<Node> former =
        known()
            .map(Contact::node)
            .filter(known -> known.address().equals(node.address()) && !known.equals(node))
            .toList();
    former.forEach(gone -> bucket(gone.id()).forget(gone));
  }

  private boolean knows(Id id) {
    return bucket(id).known().anyMatch(contact -> contact.node().id().equals(id));
  }

  private boolean hasPlaceFor(InetAddress ip) {
    return known().filter(contact -> contact.node().address().getAddress().equals(ip)).count()
        < reach.placesForOneIp();
  }

  private Bucket bucket(Id id) {
    int shared = own.sharedBits(id);
    while (buckets.size() <= shared) {
      buckets.add(new Bucket(timers));
    }
    return buckets.get(shared);
  }

  private Stream<Contact> contacts() {
    return buckets.stream().flatMap(Bucket::contacts);
  }

  private Stream<Contact> known() {
    return buckets.stream().flatMap(Bucket::known);
  }

  private static List<Node> nearest(Id target, Stream<Contact> contacts) {
    return contacts
        .map(Contact::node)
        .sorted(Comparator.comparing(node -> node.id().distance(target)))
        .limit(WIDTH)
        .toList();
  }
}
