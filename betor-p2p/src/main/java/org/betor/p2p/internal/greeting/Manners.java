package org.betor.p2p.internal.greeting;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.betor.api.model.InfoHash;
import org.betor.p2p.Encryption;
import org.betor.p2p.internal.encryption.EncryptionHandshake;
import org.betor.p2p.internal.encryption.KnownTorrents;
import org.betor.p2p.internal.encryption.PayloadMethod;
import org.betor.p2p.internal.wire.PeerHandshake;
import org.betor.p2p.internal.wire.PeerHandshake.Features;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;

/**
 * How we greet.
 *
 * @param peerId by which we know ourselves
 * @param features what we know
 * @param encryption whether we hide what is said
 * @param random makes keys
 */
public record Manners(
    PeerId peerId, Features features, Encryption encryption, SecureRandom random) {

  byte[] greeting(InfoHash torrent) {
    return new PeerHandshake(torrent, peerId, features).bytes();
  }

  EncryptionHandshake initiate(InfoHash torrent) {
    return EncryptionHandshake.initiate(torrent, Set.copyOf(methods()), greeting(torrent), random);
  }

  EncryptionHandshake accept(KnownTorrents torrents) {
    return EncryptionHandshake.accept(torrents, methods(), random);
  }

  private List<PayloadMethod> methods() {
    return encryption == Encryption.REQUIRED
        ? List.of(PayloadMethod.RC4)
        : List.of(PayloadMethod.RC4, PayloadMethod.PLAINTEXT);
  }
}
