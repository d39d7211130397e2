package org.betor.accounts.internal.token;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.betor.accounts.UserId;

/** What is in an access token: names of RFC 7519, but for the revision of the user. */
public final class Claims {
  private static final String SESSION = "sid";
  private static final String REVISION = "rev";
  private static final Set<String> ALL =
      Set.of("iss", "aud", "sub", "jti", "iat", "nbf", "exp", SESSION, REVISION);

  /** By how much the clock of another instance may be slow. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final String issuer;
  private final String audience;
  private final InstantSource clock;
  private final DefaultJWTClaimsVerifier<SecurityContext> verifier;

  /** Those of one issuer for one audience. */
  public Claims(String issuer, String audience, InstantSource clock) {
    this.issuer = issuer;
    this.audience = audience;
    this.clock = clock;
    this.verifier =
        new DefaultJWTClaimsVerifier<>(
            audience, new JWTClaimsSet.Builder().issuer(issuer).build(), ALL) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew(0);
  }

  JWTClaimsSet of(Grant grant, String id, Instant ends) {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(audience)
        .subject(grant.user().toString())
        .jwtID(id)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now.minus(SKEW)))
        .expirationTime(Date.from(ends))
        .claim(SESSION, grant.session())
        .claim(REVISION, grant.revision())
        .build();
  }

  /**
   * What they grant.
   *
   * @throws BadJWTException if they are another's, not in force, or not all there
   * @throws ParseException if they are of other types
   */
  Grant check(JWTClaimsSet claims) throws BadJWTException, ParseException {
    if (claims.getClaims().containsValue(null)) { // would count as there, and not be compared
      throw new BadJWTException("a claim is null");
    }
    verifier.verify(claims, null);
    return new Grant(
        claims.getStringClaim(SESSION), user(claims.getSubject()), claims.getLongClaim(REVISION));
  }

  private static UserId user(String subject) throws BadJWTException {
    try {
      return UserId.parse(subject);
    } catch (IllegalArgumentException unfit) {
      throw new BadJWTException("the subject is no user", unfit);
    }
  }
}
