package org.betor.accounts.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/** Where the key comes from that signs. */
public interface KeySource {
  /** The one that was used before; empty if there is none. */
  Optional<ECKey> kept();

  /** Another, kept from now on. */
  ECKey next();

  /** One made by the application, always the same. */
  static KeySource given(KeyPair pair) {
    ECKey key = key(pair);
    return new KeySource() {
      @Override
      public Optional<ECKey> kept() {
        return Optional.of(key);
      }

      @Override
      public ECKey next() {
        return key;
      }
    };
  }

  private static ECKey key(KeyPair pair) {
    if (pair.getPublic() instanceof ECPublicKey open
        && Curve.P_256.equals(Curve.forECParameterSpec(open.getParams()))) {
      try {
        return new ECKey.Builder(Curve.P_256, open)
            .privateKey(pair.getPrivate())
            .keyIDFromThumbprint()
            .build();
      } catch (JOSEException impossible) { // every JVM has SHA-256
        throw new AssertionError(impossible);
      }
    }
    throw new IllegalArgumentException(
        "a signing key is of the curve P-256 (secp256r1), got one for "
            + pair.getPublic().getAlgorithm());
  }

  /** One that is never written down, and new at each start. */
  static KeySource inMemory(SecureRandom random) {
    return new KeySource() {
      @Override
      public Optional<ECKey> kept() {
        return Optional.empty();
      }

      @Override
      public ECKey next() {
        return make(random);
      }
    };
  }

  /** A new one, named by its thumbprint of RFC 7638. */
  static ECKey make(SecureRandom random) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .secureRandom(random)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException impossible) { // every JVM has the curve
      throw new AssertionError(impossible);
    }
  }
}
