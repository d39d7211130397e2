package org.betor.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.betor.accounts.Community.address;
import static org.betor.accounts.Refusals.assertRefused;
import static org.betor.accounts.SigningPair.base64;
import static org.betor.accounts.SigningPair.text;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.interfaces.ECPublicKey;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The known ways to have a forged token taken for one of ours. */
class TokenAttackTest {
  private static final SigningPair OURS = SigningPair.make();
  private static final SigningPair THEIRS = SigningPair.make();

  private final Community community = new Community();
  private final Accounts accounts = community.settings().signingKey(OURS.keys()).open();
  private final Tokens tokens = accounts.tokens();
  private final UserId bia = community.person("Bia", Role.USER).id();
  private final String genuine = tokens.issue(bia, address("192.0.2.1")).access();
  private final String[] parts = genuine.split("\\.", -1);
  private final String header = text(parts[0]);
  private final String claims = text(parts[1]);

  @AfterEach
  void close() throws SQLException {
    accounts.close();
    community.close();
  }

  private void assertInvalid(String token) {
    assertRefused(Reason.INVALID_TOKEN, () -> tokens.check(token));
  }

  private String headerWith(String more) {
    return header.replaceFirst("}$", "," + more + "}");
  }

  /** Replaces what has to be there. */
  private static String with(String json, String what, String by) {
    assertThat(json).containsPattern(what);
    return json.replaceFirst(what, by);
  }

  @Test
  void whatTheTestsForgeIsTakenWhenNothingIsWrongWithIt() {
    assertThat(tokens.check(OURS.token(header, claims))).isEqualTo(bia);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
  void aTokenThatSaysItNeedsNoSignature(String none) {
    String unsigned = base64(with(header, "ES256", none)) + "." + parts[1] + ".";

    assertInvalid(unsigned);
    assertInvalid(unsigned + parts[2]);
    assertInvalid(parts[0] + "." + parts[1] + ".");
    assertInvalid(parts[0] + "." + parts[1]);
  }

  @Test
  void thePublicKeyTakenForASharedSecret() throws Exception {
    String forged = base64(with(header, "ES256", "HS256")) + "." + parts[1];
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(OURS.keys().getPublic().getEncoded(), "HmacSHA256"));

    assertInvalid(forged + "." + base64(mac.doFinal(forged.getBytes(UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES384", "ES512", "ES256K", "RS256", "PS256", "EdDSA", "", "es256"})
  void anotherAlgorithm(String algorithm) {
    assertInvalid(OURS.token(with(header, "ES256", algorithm), claims));
  }

  @Test
  void anotherKeyUnderOurName() {
    assertInvalid(THEIRS.token(header, claims));
  }

  @Test
  void anEmbeddedKey() {
    ECPublicKey key = (ECPublicKey) THEIRS.keys().getPublic();
    String jwk =
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(
                coordinate(key.getW().getAffineX().toByteArray()),
                coordinate(key.getW().getAffineY().toByteArray()));

    assertInvalid(THEIRS.token(headerWith("\"jwk\":" + jwk), claims));
    assertInvalid(OURS.token(headerWith("\"jwk\":" + jwk), claims));
  }

  private static String coordinate(byte[] number) {
    byte[] bytes = new byte[32];
    int length = Math.min(number.length, bytes.length);
    System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
    return base64(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jku", "x5u"})
  void anAddressOfAKeyIsNotVisited(String parameter) throws Exception {
    AtomicInteger visits = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(visits.addAndGet(404), -1));
    server.start();
    try {
      String address = "http://localhost:%d/keys".formatted(server.getAddress().getPort());
      assertInvalid(
          THEIRS.token(headerWith("\"%s\":\"%s\"".formatted(parameter, address)), claims));
      assertThat(visits).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x5c\":[\"MIIB\"]",
        "\"x5t\":\"AAAA\"",
        "\"crit\":[\"exp\"],\"exp\":1",
        "\"b64\":false,\"crit\":[\"b64\"]",
        "\"zip\":\"DEF\"",
        "\"cty\":\"JWT\"",
        "\"more\":1"
      })
  void moreInTheHeaderThanOursHave(String more) {
    assertInvalid(OURS.token(headerWith(more), claims));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "../../../../dev/null",
        "file:///dev/null",
        "' or '1'='1",
        "x' union select public_key, 9e18, false from betor_signing_key --",
        "\\\\u0000",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void namesOfKeysThatLeadElsewhere(String name) {
    String named = with(header, "\"kid\":\"[^\"]*\"", "\"kid\":\"" + name + "\"");

    assertInvalid(OURS.token(named, claims));
    assertInvalid(THEIRS.token(named, claims));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[\"a\"]", "{}"})
  void aNameOfAKeyThatIsNoText(String name) {
    assertInvalid(OURS.token(with(header, "\"kid\":\"[^\"]*\"", "\"kid\":" + name), claims));
  }

  @Test
  void aTokenOfAnotherType() {
    assertInvalid(OURS.token(with(header, "at\\+jwt", "JWT"), claims));
    assertInvalid(OURS.token(with(header, "\"typ\":\"at\\+jwt\",?", ""), claims));
  }

  @Test
  void signaturesThatProveNothing() {
    String signed = parts[0] + "." + parts[1] + ".";
    byte[] ones = new byte[64];
    ones[31] = 1;
    ones[63] = 1;

    assertInvalid(signed + base64(new byte[64])); // the "psychic" one, CVE-2022-21449
    assertInvalid(signed + base64(ones));
    assertInvalid(signed + base64(new byte[0]));
    assertInvalid(signed + base64(new byte[1]));
    assertInvalid(signed + base64(new byte[600]));
  }

  @Test
  void changedClaims() {
    String ana = with(claims, bia.toString(), community.ana.id().toString());

    assertInvalid(parts[0] + "." + base64(ana) + "." + parts[2]);
    assertInvalid(OURS.token(header, ana)); // the session is Bia's
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"iss\":\"betor\"|\"iss\":\"other\"",
        "\"iss\":\"betor\"|\"iss\":[\"betor\"]",
        "\"aud\":\"betor\"|\"aud\":\"other\"",
        "\"aud\":\"betor\"|\"aud\":[]",
        "\"aud\":\"betor\"|\"aud\":{}",
        "\"sub\":\"[^\"]*\"|\"sub\":\"Bia\"",
        "\"sub\":\"[^\"]*\"|\"sub\":7",
        "\"sub\":\"[^\"]*\"|\"sub\":null",
        "\"sid\":\"[^\"]*\"|\"sid\":\"\"",
        "\"sid\":\"[^\"]*\"|\"sid\":[1]",
        "\"sid\":\"[^\"]*\"|\"sid\":\"' or '1'='1\"",
        "\"rev\":0|\"rev\":1",
        "\"rev\":0|\"rev\":-1",
        "\"rev\":0|\"rev\":\"0\"",
        "\"rev\":0|\"rev\":true",
        "\"rev\":0|\"rev\":null",
        "\"sid\":\"[^\"]*\"|\"sid\":null",
        "\"exp\":\\d+|\"exp\":\"9999999999\"",
        "\"exp\":\\d+|\"exp\":true",
        "\"exp\":\\d+|\"exp\":null",
        "\"nbf\":\\d+|\"nbf\":9999999999",
        "\"nbf\":\\d+|\"nbf\":[]"
      })
  void claimsThatAreAnothersOrOfAnotherType(String ours, String theirs) {
    assertInvalid(OURS.token(header, with(claims, ours, theirs)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "sub", "jti", "iat", "nbf", "exp", "sid", "rev"})
  void missingClaims(String name) {
    assertInvalid(OURS.token(header, with(claims, "\"" + name + "\"", "\"no\"")));
  }

  @Test
  void endedTokensAreToldApartOnlyIfTheyAreOurs() {
    community.time.advance(Duration.ofMinutes(10));

    assertRefused(Reason.EXPIRED_TOKEN, () -> tokens.check(genuine));
    assertInvalid(THEIRS.token(header, claims));
  }

  @Test
  void hugeAndDeepAndStrangeTokens() {
    assertInvalid("");
    assertInvalid("..");
    assertInvalid("a.b.c");
    assertInvalid(genuine + " ");
    assertInvalid(genuine + ".." + parts[2]); // five parts, as if it were encrypted
    assertInvalid("a".repeat(10_000_000));
    assertInvalid(".".repeat(2_000));
    assertInvalid(
        OURS.token(
            header,
            claims.replace("\"sid\"", "\"s\":\"%s\",\"sid\"".formatted("x".repeat(3_000)))));
    assertInvalid(base64("[".repeat(1_000)) + ".a.b");
    assertInvalid(base64("{\"a\":".repeat(200)) + ".a.b");
    assertInvalid(OURS.token("null", claims));
    assertInvalid(THEIRS.token(header, "null"));
    assertInvalid(THEIRS.token(header, "[".repeat(1_000)));
    assertInvalid(OURS.token(header, "null"));
    assertInvalid(OURS.token(header, "[]"));
  }

  @Test
  void anyOtherTokenThatLooksLikeOneOfOurs() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      StringBuilder changed = new StringBuilder(genuine);
      int at = random.nextInt(genuine.lastIndexOf('.'));
      changed.setCharAt(at, (char) (' ' + random.nextInt(95)));
      if (!genuine.contentEquals(changed)) {
        assertInvalid(changed.toString());
      }
    }
  }

  @Test
  void aKeyOfAnotherCurveIsNotTakenToSign() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> community.settings().signingKey(SigningPair.keys("secp384r1")));
  }
}
