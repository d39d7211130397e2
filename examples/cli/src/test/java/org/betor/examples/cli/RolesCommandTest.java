package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesCommandTest {
  @TempDir Path folder;

  private Terminal terminal;

  @BeforeEach
  void setUp() throws IOException {
    terminal = Terminal.ofAna(folder);
  }

  @Test
  void addsARoleAmongTheOthers() {
    assertThat(terminal.type("roles add Critic 1500")).isZero();
    assertThat(terminal.type("roles list")).isZero();

    assertThat(terminal.out().lines())
        .hasSize(7)
        .startsWith("Guest  0  search", "User  1000  search download upload")
        .contains("Critic  1500  search download upload");
  }

  @Test
  void grantsAndWithholds() {
    assertThat(terminal.type("roles grant User approve_uploads")).isZero();
    assertThat(terminal.out())
        .isEqualToIgnoringNewLines("User  1000  search download upload approve_uploads");

    assertThat(terminal.type("roles withhold user DOWNLOAD")).isZero();
    assertThat(terminal.out())
        .isEqualToIgnoringNewLines("User  1000  search upload approve_uploads");
  }

  @Test
  void saysWhatCannotBe() {
    assertThat(terminal.type("roles add Critic 1000")).isEqualTo(1);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("betor: User has the weight 1000");

    assertThat(terminal.type("roles grant User fly")).isEqualTo(2);
    assertThat(terminal.err()).contains("APPROVE_UPLOADS");
  }
}
