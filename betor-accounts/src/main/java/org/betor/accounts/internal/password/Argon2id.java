package org.betor.accounts.internal.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.text.Normalizer;
import org.betor.accounts.PasswordCost;

/**
 * Hashes of passwords, as {@code $argon2id$v=19$m=12288,t=3,p=1$salt$hash}. Characters that look
 * the same are the same (NFKC, as NIST SP 800-63B asks for). Safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106, Argon2</a>
 */
final class Argon2id {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;

  private final Argon2Function function;
  private final PasswordCost cost;
  private final SecureRandom random;

  Argon2id(PasswordCost cost, SecureRandom random) {
    this.cost = cost;
    this.random = random;
    this.function =
        Argon2Function.getInstance(
            cost.memoryKib(), cost.iterations(), LANES, HASH_BYTES, Argon2.ID);
  }

  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return function.hash(bytes(password), salt).getResult();
  }

  static boolean matches(String password, String hash) {
    return Argon2Function.getInstanceFromHash(hash).check(bytes(password), hash.getBytes(US_ASCII));
  }

  /** Whether it was made with less memory or fewer rounds than new ones are. */
  boolean isWeak(String hash) {
    Argon2Function made = Argon2Function.getInstanceFromHash(hash);
    return made.getMemory() < cost.memoryKib() || made.getIterations() < cost.iterations();
  }

  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8);
  }
}
