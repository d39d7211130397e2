package org.betor.accounts.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.security.Key;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.signin.Sha256;

/**
 * Grants as JSON Web Tokens (RFC 7519) with signatures by ES256 (RFC 7518), and nothing else. Safe
 * for use by several threads.
 */
public final class AccessTokens {
  private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /** What ours have. Others may name keys of their own. */
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

  private static final int LONGEST = 2048;
  private static final Pattern SHAPE = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]++");
  private static final int ID_BYTES = 16;
  private static final String UNKNOWN = "this is no access token of ours: sign in again";

  private final SigningKeys keys;
  private final Claims claims;
  private final SecureRandom random;
  private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
  private final Recent<String, Signed> verified = new Recent<>();

  /** Writes and reads those with such claims. */
  public AccessTokens(SigningKeys keys, Claims claims, SecureRandom random) {
    this.keys = keys;
    this.claims = claims;
    this.random = random;
    signatures.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
    signatures.setJWSKeySelector((header, context) -> verifying(header));
    signatures.setJWTClaimsSetVerifier(null); // time goes on after a signature was verified
  }

  /** A token for a grant; what was signed here is not verified here. */
  public String write(Grant grant, Instant ends) {
    ECKey key = keys.signing();
    JWTClaimsSet claimed = claims.of(grant, RandomText.of(ID_BYTES, random), ends);
    String token = sign(claimed, key);
    verified.put(Sha256.hex(token), new Signed(key.getKeyID(), claimed));
    return token;
  }

  private static String sign(JWTClaimsSet claimed, ECKey key) {
    JWSHeader header = new JWSHeader.Builder(ALGORITHM).type(TYPE).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claimed);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException failure) {
      throw new IllegalStateException("the signing key does not sign: give another", failure);
    }
    return token.serialize();
  }

  /**
   * What a token grants, if it is signed by one of the keys and in force.
   *
   * @throws AccountsException with {@link Reason#INVALID_TOKEN} or {@link Reason#EXPIRED_TOKEN}
   */
  public Grant read(String token) {
    if (token.length() > LONGEST || !SHAPE.matcher(token).matches()) {
      throw new AccountsException(Reason.INVALID_TOKEN, UNKNOWN);
    }
    try {
      return claims.check(signed(token));
    } catch (ExpiredJWTException expired) {
      throw new AccountsException(
          Reason.EXPIRED_TOKEN, "this access token has ended: refresh it", expired);
    } catch (ParseException | BadJOSEException | JOSEException failure) {
      throw new AccountsException(Reason.INVALID_TOKEN, UNKNOWN, failure);
    }
  }

  private JWTClaimsSet signed(String token) throws ParseException, BadJOSEException, JOSEException {
    String hash = Sha256.hex(token);
    Optional<Signed> known =
        verified.find(hash).filter(signed -> keys.verifying(signed.key()).isPresent());
    if (known.isPresent()) {
      return known.get().claims();
    }
    SignedJWT parsed = parse(token);
    JWTClaimsSet signed = signatures.process(parsed, null);
    verified.put(hash, new Signed(parsed.getHeader().getKeyID(), signed));
    return signed;
  }

  /** Nothing in it is to be believed yet. */
  private static SignedJWT parse(String token) throws ParseException {
    try {
      SignedJWT parsed = SignedJWT.parse(token);
      parsed.getJWTClaimsSet(); // is kept by it
      return parsed;
    } catch (RuntimeException strange) { // what the library throws for JSON that is no object
      throw (ParseException) new ParseException("not readable", 0).initCause(strange);
    }
  }

  /** None, if the header is not one of ours. */
  private List<Key> verifying(JWSHeader header) throws KeySourceException {
    if (!header.getAlgorithm().equals(ALGORITHM) || !header.getIncludedParams().equals(HEADER)) {
      return List.of();
    }
    Optional<ECKey> key = keys.verifying(header.getKeyID());
    try {
      return key.isPresent() ? List.of(key.get().toECPublicKey()) : List.of();
    } catch (JOSEException unfit) {
      throw new KeySourceException("the key " + header.getKeyID() + " cannot be used", unfit);
    }
  }

  /** What was found under a signature of a key. */
  private record Signed(String key, JWTClaimsSet claims) {}
}
