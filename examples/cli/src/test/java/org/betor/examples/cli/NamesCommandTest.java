package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NamesCommandTest {
  private final InputStream standardInput = System.in;
  private final StringWriter out = new StringWriter();

  @AfterEach
  void giveStandardInputBack() {
    System.setIn(standardInput);
  }

  @Test
  void printsWhatEachNameSaysAsJson() {
    List<JsonNode> lines =
        run("Sintel.2010.1080p.BluRay.x264-GROUP\nVila Serena 2ª Temporada Dual Áudio\n");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).at("/input").stringValue())
        .isEqualTo("Sintel.2010.1080p.BluRay.x264-GROUP");
    assertThat(lines.get(0).at("/year").intValue()).isEqualTo(2010);
    assertThat(lines.get(0).at("/group").stringValue()).isEqualTo("GROUP");
    assertThat(lines.get(1).at("/seasons/0").intValue()).isEqualTo(2);
    assertThat(lines.get(1).at("/languages/0").stringValue()).isEqualTo("pt-BR");
  }

  @Test
  void leavesOutWhatANameDoesNotSay() {
    assertThat(run("Sintel\n").get(0).propertyNames()).containsExactly("input", "title");
  }

  private List<JsonNode> run(String names) {
    System.setIn(new ByteArrayInputStream(names.getBytes(UTF_8)));
    int code = Main.run(new String[] {"names"}, new PrintWriter(out), new PrintWriter(out));
    assertThat(code).isZero();
    return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
  }
}
