package org.betor.accounts.internal.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;

/** A key in a file as JWK (RFC 7517), which nobody but its owner can read. */
public final class KeyFile implements KeySource {
  private static final String NAME = "signing-key.json";
  private static final int LARGEST = 4096;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final SecureRandom random;

  /** In a folder that is there. */
  public KeyFile(Path folder, SecureRandom random) {
    this.file = folder.resolve(NAME);
    this.random = random;
  }

  @Override
  public Optional<ECKey> kept() {
    try {
      return Files.exists(file) ? Optional.of(read()) : Optional.empty();
    } catch (IOException | ParseException | RuntimeException failure) {
      throw failed(
          "cannot read the signing key in %s (%s): remove the file, and a new one is made",
          failure);
    }
  }

  private ECKey read() throws IOException, ParseException {
    if (isPosix() && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException("others than its owner can use it, so have all keys rotated, too");
    }
    try (InputStream in = Files.newInputStream(file)) {
      ECKey key = ECKey.parse(new String(in.readNBytes(LARGEST), UTF_8));
      if (!Curve.P_256.equals(key.getCurve()) || !key.isPrivate() || key.getKeyID() == null) {
        throw new ParseException("it is not a private key of P-256 with an id", 0);
      }
      return key;
    }
  }

  /** A crash leaves the one before, or this one. */
  @Override
  public ECKey next() {
    ECKey key = KeySource.make(random);
    try {
      write(key.toJSONString());
      return key;
    } catch (IOException failure) {
      throw failed("cannot keep the signing key in %s (%s): choose another folder", failure);
    }
  }

  private void write(String text) throws IOException {
    // Temporary files are made for their owner alone.
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), NAME, ".new");
    try {
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private AccountsException failed(String message, Exception failure) {
    return new AccountsException(
        Reason.DATABASE, message.formatted(file, failure.getMessage()), failure);
  }
}
