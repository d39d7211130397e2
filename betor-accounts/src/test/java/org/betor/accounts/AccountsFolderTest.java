package org.betor.accounts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.betor.accounts.Community.newUser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsFolderTest {
  @TempDir private Path parent;

  private Path folder() {
    return parent.resolve("people");
  }

  private Path rows() {
    return folder().resolve("accounts.mv.db");
  }

  private Accounts open() {
    return Accounts.builder().folder(folder()).passwordCost(Community.CHEAP).open();
  }

  private static String rights(Path place) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
  }

  private static void setRights(Path place, String rights) throws IOException {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(rights));
  }

  @Test
  void whatWasMadeIsThereAgainInTheFolder() {
    try (Accounts accounts = open()) {
      accounts.setUp(accounts.setupToken().orElseThrow(), newUser("Ana"));
    }
    try (Accounts accounts = open()) {
      assertThat(accounts.users().findByName("ana")).isPresent();
    }
  }

  @Test
  void theSetupTokenIsNotWrittenDown() throws Exception {
    String token;
    try (Accounts accounts = open()) {
      token = accounts.setupToken().orElseThrow();
    }

    assertThat(new String(Files.readAllBytes(rows()), ISO_8859_1)).doesNotContain(token);
  }

  @Test
  void aFolderThatIsMadeIsItsOwnersAlone() throws Exception {
    try (Accounts accounts = open()) {
      assertThat(accounts.setupToken()).isPresent();
    }

    assertThat(rights(folder())).isEqualTo("rwx------");
    assertThat(rights(rows())).isEqualTo("rw-------");
  }

  @Test
  void rowsAreTheirOwnersAloneInAFolderThatOthersRead() throws Exception {
    Files.createDirectory(folder());
    setRights(folder(), "rwxr-xr-x");
    try (Accounts accounts = open()) {
      assertThat(accounts.setupToken()).isPresent();
      assertThat(rights(rows())).isEqualTo("rw-------");
    }
    setRights(rows(), "rw-r--r--");

    try (Accounts accounts = open()) {
      assertThat(accounts.setupToken()).isPresent();
      assertThat(rights(rows())).isEqualTo("rw-------");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxr-x", "rwx-w----", "rwxrwxrwx"})
  void aFolderInWhichOthersCouldReplaceKeysIsRefused(String rights) throws Exception {
    Files.createDirectory(folder());
    setRights(folder(), rights);

    assertThatExceptionOfType(AccountsException.class)
        .isThrownBy(this::open)
        .withMessageContaining(folder().toString())
        .withMessageContaining("chmod go-w")
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DATABASE));
    assertThat(folder()).isEmptyDirectory();
  }
}
