package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginCommandTest {
  @TempDir Path folder;

  @Test
  void showsATokenAtTheFirstStartThatMakesTheFirstSuperAdmin() throws IOException {
    Terminal terminal = new Terminal(folder);
    String token = terminal.setupToken();

    assertThat(terminal.withPassword("login --setup " + token + " Ana --email ana@example.org"))
        .isZero();
    assertThat(terminal.out()).isEqualToIgnoringNewLines("Logged in: Ana, SuperAdmin");

    assertThat(terminal.withPassword("login --setup " + token + " Bia --email bia@example.org"))
        .isEqualTo(1);
    assertThat(terminal.err()).startsWith("betor: this setup token is unknown or used");
  }

  @Test
  void tellsALineThatCanBeTypedAsItIs() {
    Terminal terminal = new Terminal(folder);

    terminal.type("login");

    assertThat(terminal.out().lines().toList().get(1))
        .matches("login --setup=\\S{43} NAME --email ADDRESS --accounts=\".*accounts\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--setup=-hAbcdef", "--setup -hAbcdef", "--setup -V", "--setup=--out"})
  void takesASetupTokenForNoOption(String setup) throws IOException {
    Terminal terminal = new Terminal(folder);

    assertThat(terminal.withPassword("login " + setup + " Ana --email ana@example.org"))
        .isEqualTo(1);

    assertThat(terminal.err()).startsWith("betor: this setup token is unknown or used");
  }

  @Test
  void actsAsWhoIsLoggedInUntilTheyLogOut() throws IOException {
    Terminal terminal = Terminal.ofAna(folder);
    assertThat(terminal.type("login")).isZero();
    assertThat(terminal.type("stats")).isZero();
    assertThat(terminal.out()).startsWith("Ana: ");

    assertThat(terminal.type("login --out")).isZero();

    assertThat(terminal.type("stats")).isEqualTo(1);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("betor: nobody is logged in: see login");
    assertThat(terminal.type("login")).isEqualTo(1);
  }

  @Test
  void takesThePlaceOfWhoWasLoggedIn() throws IOException {
    Terminal terminal = Terminal.ofAna(folder);

    assertThat(terminal.withPassword("login bia@example.org")).isZero();

    assertThat(terminal.out()).isEqualToIgnoringNewLines("Logged in: Bia, User");
    terminal.withPassword("login Ana");
    terminal.type("users export Ana");
    assertThat(terminal.out()).containsOnlyOnce("\"lastUsed\"");
  }

  @Test
  void readsThePasswordFromStandardInput() throws IOException {
    Terminal terminal = Terminal.ofAna(folder);
    InputStream usual = System.in;
    System.setIn(new ByteArrayInputStream((Terminal.PASSWORD + "\n").getBytes(UTF_8)));
    try {
      assertThat(terminal.type("login ana --password-file -")).isZero();
    } finally {
      System.setIn(usual);
    }
  }

  @Test
  void refusesAWrongPassword() throws IOException {
    Terminal terminal = Terminal.ofAna(folder);
    Path wrong = Files.writeString(folder.resolve("wrong.txt"), "wrong horse battery");

    assertThat(terminal.type("login Ana --password-file " + wrong)).isEqualTo(1);

    assertThat(terminal.err())
        .isEqualToIgnoringNewLines("betor: the name or the password is wrong");
    assertThat(terminal.type("login")).as("Ana stays logged in").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\nsecond line"})
  void takesAnEmptyPasswordForNone(String content) throws IOException {
    Terminal terminal = new Terminal(folder);
    Path empty = Files.writeString(folder.resolve("empty.txt"), content);

    assertThat(terminal.type("login Ana --password-file " + empty)).isEqualTo(2);

    assertThat(terminal.err()).isEqualToIgnoringNewLines("betor: no password was given");
  }

  @Test
  void keepsTheSessionForItsOwnerAlone() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");

    Terminal terminal = Terminal.ofAna(folder);

    Path session = terminal.accounts().resolve("logged-in");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(session)))
        .isEqualTo("rw-------");
    assertThat(session).content().doesNotContain(Terminal.PASSWORD);
  }

  @Test
  void forgetsASessionThatIsOver() throws IOException {
    Terminal terminal = Terminal.ofAna(folder);
    Path session = terminal.accounts().resolve("logged-in");
    Files.writeString(session, "something else");

    assertThat(terminal.type("stats")).isEqualTo(1);

    assertThat(terminal.err()).isEqualToIgnoringNewLines("betor: nobody is logged in: see login");
    assertThat(session).doesNotExist();
    assertThat(terminal.type("login")).isEqualTo(1);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("Nobody is logged in.");
  }

  @Test
  void showsATokenBesideASessionOfEarlierAccounts() throws IOException {
    Terminal terminal = new Terminal(folder);
    Files.createDirectories(terminal.accounts());
    Files.writeString(terminal.accounts().resolve("logged-in"), "something else");

    assertThat(terminal.type("login")).isZero();

    assertThat(terminal.out()).contains("login --setup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login --setup x", "login --setup x Ana", "login Ana a-password"})
  void answersAMisuseWithOneLineAndCode2(String line) {
    Terminal terminal = new Terminal(folder);

    assertThat(terminal.type(line)).isEqualTo(2);

    assertThat(terminal.err().lines()).singleElement().asString().startsWith("betor: ");
    assertThat(terminal.accounts()).doesNotExist();
  }

  @Test
  void saysWhereAPasswordIsMissing() {
    Terminal terminal = new Terminal(folder);
    assertThat(terminal.type("login Ana --password-file " + folder.resolve("none"))).isEqualTo(1);
    assertThat(terminal.err())
        .startsWith("betor: cannot read a password from ")
        .contains("NoSuchFileException");

    assumeThat(System.console()).isNull();
    assertThat(terminal.type("login Ana")).isEqualTo(2);
    assertThat(terminal.err()).contains("--password-file");
  }
}
