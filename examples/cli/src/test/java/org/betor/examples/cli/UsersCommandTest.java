package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class UsersCommandTest {
  @TempDir Path folder;

  private Terminal terminal;

  @BeforeEach
  void setUp() throws IOException {
    terminal = Terminal.ofAna(folder);
  }

  @Test
  void makesAndListsPeople() throws IOException {
    assertThat(terminal.withPassword("users create Caio --email c@example.org --role Manager"))
        .isZero();
    assertThat(terminal.type("users list")).isZero();

    assertThat(terminal.out().lines())
        .containsExactly(
            "Ana  SuperAdmin  active  ana@example.org",
            "Bia  User  active  bia@example.org",
            "Caio  Manager  active  c@example.org");
    terminal.type("users list --after bia");
    assertThat(terminal.out()).startsWith("Caio  ");
  }

  @Test
  void keepsPeopleOutAndLetsThemInAgain() throws IOException {
    assertThat(terminal.type("users ban bia --days 3 --reason spam")).isZero();
    assertThat(terminal.out()).startsWith("Bia  User  banned until ").contains("(spam)");
    assertThat(terminal.withPassword("login Bia")).isEqualTo(1);
    assertThat(terminal.err()).startsWith("betor: this account is banned").contains("spam");

    assertThat(terminal.type("users unban bia")).isZero();
    assertThat(terminal.withPassword("login Bia")).isZero();
  }

  @Test
  void putsAccountsToRestAndWakesThem() {
    assertThat(terminal.type("users deactivate bia")).isZero();
    assertThat(terminal.out()).startsWith("Bia  User  not active  ");

    assertThat(terminal.type("users activate bia")).isZero();
    assertThat(terminal.out()).startsWith("Bia  User  active  ");
  }

  @Test
  void givesRoles() {
    assertThat(terminal.type("users role bia Supervisor")).isZero();

    assertThat(terminal.out()).startsWith("Bia  Supervisor  ");
  }

  @Test
  void handsOutWhatIsKept() {
    assertThat(terminal.type("users export")).isZero();
    assertThat(JsonMapper.shared().readTree(terminal.out()).at("/user/name").stringValue())
        .isEqualTo("Ana");

    assertThat(terminal.type("users export Bia")).isZero();
    assertThat(JsonMapper.shared().readTree(terminal.out()).at("/user/email").stringValue())
        .isEqualTo("bia@example.org");
  }

  @Test
  void erasesOnlyWhenItIsSure() {
    assertThat(terminal.type("users erase Bia")).isEqualTo(2);
    assertThat(terminal.err()).contains("--yes");

    assertThat(terminal.type("users erase Bia --yes")).isZero();
    assertThat(terminal.type("users export Bia")).isEqualTo(1);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("betor: nobody is named \"Bia\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "export Ana", "ban Ana", "role Bia Admin", "erase Ana --yes"})
  void refusesWhatOneMayNot(String act) throws IOException {
    terminal.logIn("Bia");

    assertThat(terminal.type("users " + act)).isEqualTo(1);

    assertThat(terminal.err().lines()).singleElement().asString().startsWith("betor: a User ");
    assertThat(terminal.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"create Caio", "role Bia", "ban", "ban Bia --days soon"})
  void answersAMisuseWithOneLineAndCode2(String act) {
    assertThat(terminal.type("users " + act)).isEqualTo(2);

    assertThat(terminal.err().lines()).singleElement().asString().startsWith("betor: ");
  }
}
