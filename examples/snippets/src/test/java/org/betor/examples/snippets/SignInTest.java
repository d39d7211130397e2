package org.betor.examples.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.betor.accounts.Accounts;
import org.betor.accounts.AccountsException;
import org.betor.accounts.PasswordCost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path folder;

  @Test
  void signsInAtTheFirstStartAndLater() {
    try (Accounts accounts = open()) {
      assertThat(SignIn.mayBan(accounts, PASSWORD)).isTrue();
    }
    try (Accounts accounts = open()) {
      assertThat(SignIn.mayBan(accounts, PASSWORD)).isTrue();
      assertThatExceptionOfType(AccountsException.class)
          .isThrownBy(() -> SignIn.mayBan(accounts, "wrong horse battery"));
    }
  }

  private Accounts open() {
    PasswordCost cheap = new PasswordCost(8, 1, 1, 1);
    return Accounts.builder().folder(folder.resolve("people")).passwordCost(cheap).open();
  }
}
