package org.betor.p2p.internal.encryption;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * One side of the handshake of message stream encryption: is fed what came, and says what to send.
 * How long to wait for the other side is up to who feeds it. Used by one thread at a time.
 *
 * @see <a href="https://wiki.vuze.com/w/Message_Stream_Encryption">Message Stream Encryption,
 *     format specification 1.0</a>
 */
public abstract sealed class EncryptionHandshake permits Initiation, Acceptance {
  static final int VERIFICATION_BYTES = 8;
  private static final int MAX_PAD_BYTES = 512;

  private final SecureRandom random;
  private final KeyExchange exchange;
  private final ByteArrayOutputStream outgoing = new ByteArrayOutputStream();
  private byte[] wanted = new byte[KeyExchange.KEY_BYTES];
  private int received;
  private Step next = this::takePublicKey;
  private Optional<EncryptedStream> result = Optional.empty();

  EncryptionHandshake(SecureRandom random) {
    this.random = random;
    this.exchange = new KeyExchange(random);
  }

  /**
   * The side of the peer that connected.
   *
   * @param offered how it is ready to go on; at least one method
   * @param initialPayload what is sent first once all is agreed on, usually the peer's handshake;
   *     at most 16 KiB, may be empty
   */
  public static EncryptionHandshake initiate(
      InfoHash torrent, Set<PayloadMethod> offered, byte[] initialPayload, SecureRandom random) {
    Initiation initiation = new Initiation(torrent, offered, initialPayload, random);
    initiation.sendPublicKey();
    return initiation;
  }

  /**
   * The side of the peer that was connected to.
   *
   * @param torrents the other side may ask for; looked into when it does
   * @param accepted how it is ready to go on, the best first; at least one method
   */
  public static EncryptionHandshake accept(
      KnownTorrents torrents, List<PayloadMethod> accepted, SecureRandom random) {
    return new Acceptance(torrents, accepted, random);
  }

  /**
   * Takes what belongs to the handshake, and leaves in the buffer what follows it.
   *
   * @throws MalformedException if the other side does not speak this protocol, knows no such
   *     torrent, or no method is common to both; the connection is of no more use
   */
  public final void receive(ByteBuffer in) throws MalformedException {
    while (!isDone() && in.hasRemaining()) {
      int length = Math.min(in.remaining(), wanted.length - received);
      in.get(wanted, received, length);
      received += length;
      if (received == wanted.length) {
        next.take(wanted);
      }
    }
  }

  /** What must be sent now, each byte once; empty if nothing. To be asked after the end too. */
  public final byte[] toSend() {
    byte[] bytes = outgoing.toByteArray();
    outgoing.reset();
    return bytes;
  }

  /** Whether nothing more is to be received. */
  public final boolean isDone() {
    return result.isPresent();
  }

  /**
   * What the handshake has come to.
   *
   * @throws IllegalStateException if it is not done
   */
  public final EncryptedStream stream() {
    return result.orElseThrow(() -> new IllegalStateException("the handshake is not done"));
  }

  /** Goes on with the secret that is known to both sides now. */
  abstract void agree(SharedSecret secret) throws MalformedException;

  final void sendPublicKey() {
    byte[] pad = new byte[padLength()];
    random.nextBytes(pad);
    send(exchange.publicKey());
    send(pad);
  }

  final void send(byte[] bytes) {
    outgoing.writeBytes(bytes);
  }

  /** Any length that a pad may have. */
  final int padLength() {
    return random.nextInt(MAX_PAD_BYTES + 1);
  }

  /** Goes on with so many of the next bytes; with none, at once. */
  final void want(int bytes, Step step) throws MalformedException {
    wanted = new byte[bytes];
    received = 0;
    next = step;
    if (bytes == 0) {
      step.take(wanted);
    }
  }

  /** Skips a pad, whose end is known by what stands behind it, and goes on behind that. */
  final void seek(byte[] mark, Step step) throws MalformedException {
    want(mark.length, window -> slide(window, 0, mark, step));
  }

  private void slide(byte[] window, int skipped, byte[] mark, Step step) throws MalformedException {
    if (Arrays.equals(window, mark)) {
      step.take(window);
    } else if (skipped == MAX_PAD_BYTES) {
      throw new MalformedException("no encrypted handshake within %d bytes".formatted(skipped));
    } else {
      want(
          1,
          fresh -> {
            byte[] slid = Arrays.copyOfRange(window, 1, mark.length + 1);
            slid[mark.length - 1] = fresh[0];
            slide(slid, skipped + 1, mark, step);
          });
    }
  }

  /** Reads the length of a pad. */
  static int padLength(ByteBuffer from) throws MalformedException {
    int length = Short.toUnsignedInt(from.getShort());
    if (length > MAX_PAD_BYTES) {
      throw new MalformedException(
          "a pad of %d bytes; it has at most %d".formatted(length, MAX_PAD_BYTES));
    }
    return length;
  }

  final void end(EncryptedStream stream) {
    result = Optional.of(stream);
  }

  private void takePublicKey(byte[] key) throws MalformedException {
    agree(new SharedSecret(exchange.secret(key)));
  }

  /** What is done with bytes that have come. */
  @FunctionalInterface
  interface Step {
    void take(byte[] bytes) throws MalformedException;
  }
}
