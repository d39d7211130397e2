package org.betor.mods;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.mods.ScriptedSource.Fetching;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassicViewTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ROW =
      "[77,1,\"Lantern Pack 1\",1000,\"2026-01-01 00:00:00\",\"inventory\"]";

  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();
  private ModLibrary library;
  private ClassicView view;

  @BeforeEach
  void open() {
    SimulatedTime time = new SimulatedTime();
    library =
        ModLibrary.builder(folder)
            .sources(List.of(source))
            .clock(time)
            .pause(wait -> {})
            .updatePolicy(UpdatePolicy.DELETE_FIRST)
            .open();
    view = new ClassicView(library);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void followsAModThroughItsConditions() throws Exception {
    ModKey mod = source.has(1);
    source.next(mod, Fetching.fails(Reason.DENIED));

    assertThat(view.infoMod(mod))
        .isEqualTo("{\"condition\":-1,\"downloaded\":null,\"requested\":null,\"not_loaded\":null}");
    assertThat(ClassicView.answer(library.request(mod)))
        .contains(
            "{\"message\":\"request added to queue\",\"error_id\":0,\"unsuccessful_attempts\":false,\"updating\":false}");
    library.await(mod, PATIENCE);
    assertThat(view.infoMod(mod))
        .isEqualTo(
            "{\"condition\":3,\"downloaded\":null,\"requested\":null,\"not_loaded\":["
                + ROW
                + "]}");
    Gate gate = new Gate();
    source.next(mod, gate);
    assertThat(ClassicView.answer(library.request(mod)).orElseThrow())
        .contains("\"unsuccessful_attempts\":true");
    gate.awaitArrival();
    assertThat(view.infoMod(mod))
        .isEqualTo(
            "{\"condition\":1,\"downloaded\":null,\"requested\":"
                + ROW
                + ",\"not_loaded\":["
                + ROW
                + "]}");
    assertThat(ClassicView.answer(library.request(mod)))
        .contains("{\"message\":\"your request is already being processed\",\"error_id\":3}");
    assertThat(ClassicView.answer(library.fetchLocal(mod)))
        .contains("{\"message\":\"this mod is still loading\",\"error_id\":3}");
    gate.open();
    library.await(mod, PATIENCE);
    assertThat(view.infoMod(mod))
        .isEqualTo(
            "{\"condition\":0,\"downloaded\":" + ROW + ",\"requested\":null,\"not_loaded\":null}");
  }

  @Test
  void listsModsAndGames() throws Exception {
    fetch(source.has(1));
    fetch(source.has(2));

    assertThat(view.listMods(1, 0, "77", ClassicView.ALL))
        .isEqualTo("{\"database_size\":2,\"offeset\":0,\"results\":[" + ROW + "]}");
    assertThat(view.listMods(1, 1, "77", ScriptedSource.ID))
        .startsWith("{\"database_size\":2,\"offeset\":1,\"results\":[[77,2,");
    assertThat(view.listMods(10, 0, "78", "elsewhere"))
        .isEqualTo("{\"database_size\":0,\"offeset\":0,\"results\":[]}");
    String game = "[77,\"Castle of 77\",\"2026-01-01 00:00:00\",\"inventory\"]";
    assertThat(view.listGames(10, 0, ClassicView.ALL))
        .isEqualTo("{\"database_size\":1,\"offeset\":0,\"results\":[" + game + "]}");
    assertThat(view.infoGame(ScriptedSource.ID, "77")).isEqualTo("{\"results\":" + game + "}");
    assertThat(view.infoGame(ScriptedSource.ID, "5")).isEqualTo("{\"results\":null}");
    assertThat(view.listMods(51, 0, "77", ClassicView.ALL))
        .isEqualTo("{\"message\":\"incorrect page size\",\"error_id\":1}");
  }

  @Test
  void numbersItsRefusals() {
    ModKey mod = ScriptedSource.key(1);
    ModException down = new ModException(Reason.UNREACHABLE, "down");

    assertThat(List.of(new Requested.Absent(mod, "gone"), new Requested.SourceDown(mod, down)))
        .extracting(answer -> ClassicView.answer((Requested) answer).orElseThrow())
        .containsOnly("{\"message\":\"this mod was not found\",\"error_id\":2}");
    assertThat(ClassicView.answer(new Requested.QueueFull(mod)))
        .contains("{\"message\":\"the server is not ready to process requests\",\"error_id\":1}");
    assertThat(ClassicView.answer(library.fetchLocal(mod)))
        .contains("{\"message\":\"the mod is not on the server\",\"error_id\":1}");
    assertThat(ClassicView.answer(new Local.Damaged(mod)))
        .contains("{\"message\":\"the mod is damaged\",\"error_id\":2}");
  }

  @Test
  void writesAnyNameAsJson() {
    assertThat(ClassicJson.text("a\"b\\c\nd\u0001é")).isEqualTo("\"a\\\"b\\\\c\\nd\\u0001é\"");
    assertThat(ClassicJson.id("007")).isEqualTo("\"007\"");
  }

  private void fetch(ModKey mod) throws InterruptedException {
    library.request(mod);
    ((Local.Ready) library.await(mod, PATIENCE)).archive().close();
  }
}
