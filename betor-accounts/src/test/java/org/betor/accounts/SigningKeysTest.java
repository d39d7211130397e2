package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.betor.accounts.Community.address;
import static org.betor.accounts.Refusals.assertRefused;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeysTest {
  private static final InetAddress HERE = address("192.0.2.1");

  @TempDir Path folder;

  private final Community community = new Community();
  private final Accounts accounts = community.accounts;
  private final UserId ana = community.ana.id();

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  private String issue(Accounts instance) {
    return instance.tokens().issue(ana, HERE).access();
  }

  private UserId check(String token) {
    return accounts.tokens().check(token);
  }

  private static String header(String token) {
    return SigningPair.text(token.substring(0, token.indexOf('.')));
  }

  private Path keyFile() {
    return folder.resolve("signing-key.json");
  }

  @Test
  void aKeyMadeInTheFolderIsItsOwnersAloneAndStays() throws Exception {
    String before;
    try (Accounts first = community.settings().folder(folder).open()) {
      assertThat(keyFile()).doesNotExist();
      before = issue(first);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
    try (Accounts second = community.settings().folder(folder).open()) {
      assertThat(header(issue(second))).isEqualTo(header(before));
      assertThat(second.tokens().check(before)).isEqualTo(ana);
    }
  }

  @Test
  void theDatabaseHasNoPrivateKey() throws Exception {
    try (Accounts keeping = community.settings().folder(folder).open()) {
      issue(keeping);
    }

    assertThat(Files.readString(keyFile())).contains("\"d\":");
    assertThat(community.tableText("betor_signing_key")).contains("P-256").doesNotContain("\"d\"");
  }

  @Test
  void aKeyThatOthersCanReadOrThatIsDamagedIsRefusedAndTheMessageSaysWhatToDo() throws Exception {
    try (Accounts keeping = community.settings().folder(folder).open()) {
      issue(keeping);
    }
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
    try (Accounts careless = community.settings().folder(folder).open()) {
      assertThatExceptionOfType(AccountsException.class)
          .isThrownBy(() -> issue(careless))
          .withMessageContaining(keyFile().toString())
          .withMessageContaining("remove the file");
    }
    Files.delete(keyFile());
    for (String damaged : List.of("", "{}", "null", "{\"kty\":\"EC\"}", "[".repeat(100_000))) {
      Files.writeString(keyFile(), damaged);
      Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-------"));
      try (Accounts broken = community.settings().folder(folder).open()) {
        assertRefused(Reason.DATABASE, () -> issue(broken));
      }
    }
    Files.delete(keyFile());
    try (Accounts healed = community.settings().folder(folder).open()) {
      assertThat(check(issue(healed))).isEqualTo(ana);
    }
  }

  @Test
  void instancesWithoutAFolderEachHaveAKeyAndTakeTheTokensOfTheOthersAfterTheyEnded() {
    String theirs;
    try (Accounts other = community.settings().open()) {
      theirs = issue(other);
      assertThat(header(theirs)).isNotEqualTo(header(issue(accounts)));
    }

    assertThat(check(theirs)).isEqualTo(ana);
  }

  @Test
  void afterARotationTheOldKeyCountsUntilItsLastTokenHasEnded() {
    try (Accounts patient =
        community
            .settings()
            .tokenLimits(new TokenLimits(Duration.ofMinutes(30), Duration.ofDays(1), 20))
            .open()) {
      String before = issue(accounts);
      String longer = issue(patient);
      accounts.tokens().rotate(ana);
      String after = issue(accounts);

      assertThat(header(after)).isNotEqualTo(header(before));
      community.time.advance(Duration.ofMinutes(10).minusSeconds(1));
      assertThat(check(before)).isEqualTo(ana);
      assertThat(check(after)).isEqualTo(ana);
      community.time.advance(Duration.ofMinutes(20));
      assertThat(check(longer)).isEqualTo(ana);
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 30", "30, 10"})
  void afterARotationTokensOfBothLimitsCountWhenTheLimitWasChangedAtARestart(
      int before, int after) {
    String first;
    try (Accounts instance = lasting(before)) {
      first = issue(instance);
    }
    String second;
    try (Accounts instance = lasting(after)) {
      second = issue(instance);
      assertThat(header(second)).isEqualTo(header(first));
    }

    accounts.tokens().rotate(ana);

    community.time.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(check(first)).isEqualTo(ana);
    assertThat(check(second)).isEqualTo(ana);
    community.time.advance(Duration.ofMinutes(20));
    assertThat(check(before > after ? first : second)).isEqualTo(ana);
  }

  private Accounts lasting(int minutes) {
    TokenLimits limits = new TokenLimits(Duration.ofMinutes(minutes), Duration.ofDays(1), 20);
    return community.settings().folder(folder).tokenLimits(limits).open();
  }

  @Test
  void whoHasAnOldKeyForgesNothingAfterTheRotation() {
    SigningPair leaked = SigningPair.make();
    try (Accounts before = community.settings().signingKey(leaked.keys()).open()) {
      String token = issue(before);
      accounts.tokens().rotate(ana);
      community.time.advance(Duration.ofMinutes(10));

      String claims =
          SigningPair.text(token.split("\\.", -1)[1])
              .replaceFirst("\"exp\":\\d+", "\"exp\":9999999999");
      String forged = leaked.token(header(token), claims);
      assertRefused(Reason.INVALID_TOKEN, () -> check(forged));
    }
  }

  @Test
  void aRotationReachesOtherInstancesWithinASecond() {
    try (Accounts other = community.settings().folder(folder).open()) {
      String before = issue(other);
      accounts.tokens().rotate(ana);
      community.time.advance(Duration.ofSeconds(1));

      assertThat(header(issue(other))).isNotEqualTo(header(before));
      assertThat(check(issue(other))).isEqualTo(ana);
    }
  }

  @Test
  void onlyWhoManagesSettingsRotatesKeysAndItIsInTheLog() {
    User admin = community.person("Bia", Role.ADMIN);
    String before = header(issue(accounts));

    assertRefused(Reason.FORBIDDEN, () -> accounts.tokens().rotate(admin.id()));
    assertThat(header(issue(accounts))).isEqualTo(before);

    accounts.tokens().rotate(ana);
    assertThat(accounts.audit().latest(1))
        .extracting(AuditEntry::act)
        .containsExactly(Act.ROTATE_KEYS);
  }

  @Test
  void aGivenKeyStaysAndIsWrittenNowhere() {
    SigningPair given = SigningPair.make();
    try (Accounts first = community.settings().folder(folder).signingKey(given.keys()).open()) {
      String before = issue(first);
      first.tokens().rotate(ana);

      assertThat(header(issue(first))).isEqualTo(header(before));
      assertThat(check(before)).isEqualTo(ana);
      assertThat(keyFile()).doesNotExist();
    }
  }

  @Test
  void aKeyThatSignsForLongGoesOnCounting() {
    for (int days = 0; days < 30; days += 3) {
      String token = issue(accounts);
      assertThat(check(token)).isEqualTo(ana);
      community.time.advance(Duration.ofDays(3));
    }
  }

  @Test
  void tokensOfAnotherIssuerOrForAnotherAudienceAreRefused() {
    try (Accounts films = community.settings().tokensFrom("films", "betor").open();
        Accounts books = community.settings().tokensFrom("betor", "books").open()) {
      String film = issue(films);
      String book = issue(books);

      assertRefused(Reason.INVALID_TOKEN, () -> check(film));
      assertRefused(Reason.INVALID_TOKEN, () -> check(book));
      assertThat(books.tokens().check(book)).isEqualTo(ana);
    }
  }
}
