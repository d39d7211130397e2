package org.betor.p2p.internal.encryption;

import org.betor.api.model.InfoHash;

/**
 * What an encrypted handshake has come to.
 *
 * @param torrent whose peers both sides are
 * @param method how what follows is sent
 * @param incoming deciphers all that is received after the handshake
 * @param outgoing enciphers all that is sent after the handshake
 * @param initialPayload what the peer that connected sent within the handshake, readable, to be
 *     taken before what follows; empty on that peer's own side
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EncryptedStream(
    InfoHash torrent,
    PayloadMethod method,
    StreamCipher incoming,
    StreamCipher outgoing,
    byte[] initialPayload) {}
