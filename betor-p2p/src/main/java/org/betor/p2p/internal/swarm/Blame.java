package org.betor.p2p.internal.swarm;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who sent corrupt blocks. A piece that one peer sent alone accuses that peer. Of one
 * that several sent, checksums are kept until it comes again, from one peer alone; whose blocks
 * were others then, lied.
 */
final class Blame {
  private static final int MAX_SUSPECT_PIECES = 256;

  private final Map<Integer, Suspicion> suspicions =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Suspicion> eldest) {
          return size() > MAX_SUSPECT_PIECES;
        }
      };

  /** Whether a peer may send blocks of a piece: a suspect one comes from one peer alone. */
  boolean mayHelp(Peer peer, Partial partial) {
    return !suspects(partial) || partial.isLeftTo(peer);
  }

  /** Whether a piece was corrupt, and it is not known who it was. */
  boolean suspects(Partial partial) {
    return suspicions.containsKey(partial.piece());
  }

  /** A piece was corrupt. Names the liar, if it is plain who it was. */
  Optional<Peer> bad(Partial partial) {
    Set<Peer> givers = new HashSet<>(List.of(partial.givers()));
    if (givers.size() == 1) {
      return givers.stream().findFirst();
    }
    suspicions.computeIfAbsent(partial.piece(), piece -> new Suspicion()).note(partial);
    return Optional.empty();
  }

  /** A piece was right. Names those who sent something else before. */
  Set<Peer> good(int piece, byte[][] blocks) {
    Suspicion suspicion = suspicions.remove(piece);
    return suspicion == null ? Set.of() : suspicion.liars(blocks);
  }

  /** One that a liar cannot meet with other bytes. */
  private static long checksum(byte[] block) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(block)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What was sent of a piece when it was corrupt. */
  private static final class Suspicion {
    private final Map<Integer, List<Given>> given = new HashMap<>();

    void note(Partial partial) {
      for (int i = 0; i < partial.blocks().length; i++) {
        given
            .computeIfAbsent(i, block -> new ArrayList<>())
            .add(new Given(partial.givers()[i], checksum(partial.blocks()[i])));
      }
    }

    Set<Peer> liars(byte[][] right) {
      Set<Peer> liars = new HashSet<>();
      given.forEach(
          (block, all) -> {
            long checksum = checksum(right[block]);
            all.stream()
                .filter(each -> each.checksum != checksum)
                .forEach(each -> liars.add(each.peer));
          });
      return liars;
    }
  }

  private record Given(Peer peer, long checksum) {}
}
