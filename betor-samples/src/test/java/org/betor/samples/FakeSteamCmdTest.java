package org.betor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FakeSteamCmdTest {
  private static final String GAME = Long.toString(SteamItems.GAME);
  private static final String ITEM = Long.toString(SteamItems.LIBRARY);

  @TempDir private Path folder;
  private FakeSteamCmd program;
  private Path installation;
  private Path content;

  @BeforeEach
  void install() {
    program = FakeSteamCmd.in(folder.resolve("program"), SteamItems.all());
    installation = folder.resolve("installation");
    content = installation.resolve("steamapps/workshop/content").resolve(GAME).resolve(ITEM);
  }

  @Test
  void speaksAsTheRealOneDoes() throws Exception {
    String output = run(download());

    assertThat(output)
        .containsSubsequence(
            "-- type 'quit' to exit --",
            "Connecting anonymously to Steam Public...OK",
            "Downloading item 3100000002 ...",
            "Success. Downloaded item 3100000002 to \"%s\" (40000 bytes) \n".formatted(content),
            "Unloading Steam API...OK",
            "exit 0");
    assertThat(content.resolve("Assemblies/clockwork.bin")).hasSize(40_000);
  }

  @Test
  void remembersWhatIsNotThereAnyMore() throws Exception {
    run(download());
    SteamCmdTree.delete(content);

    assertThat(run(download())).contains("Success. Downloaded item 3100000002");
    assertThat(content).doesNotExist();
  }

  @Test
  void endsWellAlsoWhenItFailed() throws Exception {
    program.next(SteamItems.LIBRARY, SteamCmdDeed.FAILURE);

    assertThat(run(download()))
        .contains("ERROR! Download item 3100000002 failed (Failure).", "exit 0");
  }

  @Test
  void keepsAPartAfterATimeOutWhoseLineHasNoEnd() throws Exception {
    program.next(SteamItems.LIBRARY, SteamCmdDeed.TIMEOUT);

    assertThat(run(download()))
        .contains("ERROR! Timeout downloading item 3100000002Unloading Steam API...OK", "exit 10");
    assertThat(run(download())).contains("Success. Downloaded item 3100000002");
    assertThat(program.kept(SteamItems.LIBRARY)).containsExactly(1);
  }

  @Test
  void obeysScripts() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("script.txt"),
            "@NoPromptForPassword 1\nforce_install_dir \"%s\"\nlogin anonymous\n"
                    .formatted(installation)
                + "workshop_download_item 990010 3100000002 validate\nquit\n");

    assertThat(run(List.of("+runscript", script.toString())))
        .contains("\"@NoPromptForPassword\" = \"1\"", "Success. Downloaded item 3100000002");
  }

  @Test
  void complainsOfAFolderThatIsNamedTooLate() throws Exception {
    assertThat(run(List.of("+login", "anonymous", "+force_install_dir", "/x", "+quit")))
        .contains("Please use force_install_dir before logon!");
  }

  @Test
  void knowsItemsOfTheirOwnGameOnly() throws Exception {
    assertThat(
            run(
                List.of(
                    "+login",
                    "anonymous",
                    "+workshop_download_item",
                    "1",
                    ITEM,
                    "+workshop_download_item",
                    GAME,
                    "77",
                    "+quit")))
        .contains("3100000002 failed (No match)", "77 failed (File Not Found)");
  }

  @Test
  void bringsNothingThatIsForOwners() throws Exception {
    program.put(SteamItems.item(SteamItems.LIBRARY).with().forOwners().build());

    assertThat(run(download())).contains("ERROR! Download item 3100000002 failed (Failure).");
  }

  private List<String> download() {
    return List.of(
        "+force_install_dir",
        installation.toString(),
        "+login",
        "anonymous",
        "+workshop_download_item",
        GAME,
        ITEM,
        "+quit");
  }

  private String run(List<String> commands) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program.launcher());
    command.addAll(commands);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output.replace("\r\n", "\n") + "exit " + process.waitFor();
  }
}
