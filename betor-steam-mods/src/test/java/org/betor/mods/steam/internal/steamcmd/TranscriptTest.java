package org.betor.mods.steam.internal.steamcmd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {
  private static final String ID = "3100000001";
  private static final String PATH = "/mods/steamapps/workshop/content/990010/3100000001";
  private static final ModDetails MOD =
      ModDetails.of(new ModKey("steam", ID), "Lantern", new ModVersion("1", Instant.EPOCH))
          .game("990010")
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Success. Downloaded item 3100000001 to \"%s\" (12053 bytes) \n",
        "Success. Downloaded item 3100000001 to \"%s\" (1 bytes after 1 chunks) \n",
        "Success. Downloaded item 3100000001 to \"%s\"\n",
        "\u001b[0m\u001b[1;33mSuccess. Downloaded item 3100000001 to \"%s\" (1 bytes)\u001b[0m\r\n",
        "Downloading item 3100000001 ...PosixFileOpen: RESOLVE_BENEATH unsupported, falling back to"
            + " plain open()Success. Downloaded item 3100000001 to \"%s\" (1 bytes) ",
        "[ 18%%] Downloading update\rSuccess. Downloaded item 3100000001 to \"%s\" (1 bytes) \r",
        """
        ERROR! Download item 3100000001 failed (Failure).
        Success. Downloaded item 3100000001 to "%s" (1 bytes)
        """
      })
  void findsWhereAnItemIsHoweverItIsSaid(String output) {
    assertThat(transcript(output.formatted(PATH)).success(ID)).contains(PATH);
  }

  @Test
  void takesThePathOfAFileThatHasQuotationMarks() {
    String output = "Success. Downloaded item 3100000001 to \"/a \"b\"/c_legacy.bin\" (1 bytes) ";

    assertThat(transcript(output).success(ID)).contains("/a \"b\"/c_legacy.bin");
  }

  @ParameterizedTest
  @CsvSource({
    "Failure, FAILED",
    "No Connection, UNREACHABLE",
    "Busy, UNREACHABLE",
    "Service Unavailable, UNREACHABLE",
    "Timeout, TIMED_OUT",
    "Limit exceeded, LIMITED",
    "Rate Limit Exceeded, LIMITED",
    "File Not Found, ABSENT",
    "No match, ABSENT",
    "Access Denied, DENIED",
    "ACCESS denied, DENIED",
    "I/O Operation Failed, FAILED",
    "Locking Failed, FAILED",
    "Missing configuration, FAILED",
    "Something new, FAILED",
    "Disk write failure, FILES",
    "Missing update files, DAMAGED",
    "Corrupt update files, DAMAGED",
    "Not logged on, UNAUTHORISED"
  })
  void knowsWhatEachReasonMeans(String words, Reason reason) {
    assertThat(failure("ERROR! Download item 3100000001 failed (%s).\n".formatted(words), 0))
        .satisfies(
            failure -> {
              assertThat(failure.reason()).isEqualTo(reason);
              assertThat(failure).hasMessageContaining(words).hasMessageContaining(ID);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR! Timeout downloading item 3100000001Unloading Steam API...OK|10|TIMED_OUT",
        "ERROR! Timeout downloading item 3100000001|0|TIMED_OUT",
        "ERROR! Not logged on.|0|UNAUTHORISED",
        "Connecting anonymously to Steam Public...FAILED (No Connection)|3|UNREACHABLE",
        "Connecting anonymously to Steam Public...FAILED (Rate Limit Exceeded)|5|LIMITED",
        "Connecting anonymously to Steam Public...ERROR (Timeout)|0|UNREACHABLE",
        "FAILED login with result code Rate Limit Exceeded|5|LIMITED",
        "Login Failure: Rate Limit Exceeded|5|LIMITED",
        "FAILED (Invalid Password)|5|UNAUTHORISED",
        "FAILED (Account Logon Denied)|5|UNAUTHORISED",
        "FAILED (Invalid Login Auth Code)|5|UNAUTHORISED",
        "ERROR (Two-factor code mismatch)|5|UNAUTHORISED",
        "Retrying...|3|UNREACHABLE",
        "password:|63|UNAUTHORISED",
        "Loading Steam API...OK|0|FAILED",
        "Loading Steam API...OK|10|TIMED_OUT",
        "Loading Steam API...OK|134|FAILED",
        "Loading Steam API...OK|139|FAILED",
        "Loading Steam API...OK|8|FAILED"
      })
  void knowsWhyNothingCame(String output, int exit, Reason reason) {
    assertThat(failure(output, exit).reason()).isEqualTo(reason);
  }

  @Test
  void blamesNoItemForAnother() {
    Transcript transcript =
        transcript(
            """
            Downloading item 3100000001 ...
            ERROR! Download item 31000000011 failed (Failure).
            Success. Downloaded item 3100000002 to "/b" (1 bytes)
            """);

    assertThat(transcript.speaksOf(ID)).isFalse();
    assertThat(transcript.failure("31000000011")).contains("Failure");
    assertThat(transcript.success("3100000002")).contains("/b");
  }

  @Test
  void readsOnAfterBytesThatAreNoText() {
    Transcript transcript = new Transcript();
    byte[] noise = "\u00ff\u00c3(\u00ef".getBytes(ISO_8859_1);
    byte[] line = "Success. Downloaded item 3100000001 to \"/\u00e5\" (1 bytes)".getBytes(UTF_8);

    transcript.add(noise, noise.length);
    for (byte next : line) {
      transcript.add(new byte[] {next}, 1);
    }
    transcript.endLine();

    assertThat(transcript.success(ID)).contains("/\u00e5");
  }

  @Test
  void keepsLittleOfALongOutput() {
    Transcript transcript = new Transcript();
    byte[] endless = new byte[1 << 20];
    transcript.add(endless, endless.length);
    for (int item = 0; item < 5_000; item++) {
      byte[] line = "ERROR! Download item %d failed (x).\n".formatted(item).getBytes(UTF_8);
      transcript.add(line, line.length);
    }

    assertThat(transcript.failure("0")).contains("x");
    assertThat(transcript.failure("4999")).isEmpty();
    assertThat(transcript.end()).hasSizeLessThan(3_000).contains("4999");
  }

  @Test
  void tellsHowLongTooManyLoginsMustRest() {
    assertThat(failure("FAILED (Rate Limit Exceeded)", 5).retryAfter()).isPresent();
    assertThat(failure("FAILED (Invalid Password)", 5).retryAfter()).isEmpty();
  }

  @Test
  void saysThatAProgramCannotRun() {
    Transcript transcript = transcript("steamcmd.sh: line 9: linux32/steamcmd: No such file");

    assertThatThrownBy(() -> new Ending(127, transcript).checkInstalled())
        .isInstanceOf(ModException.class)
        .hasMessageContaining("32-bit");
  }

  private static ModException failure(String output, int exit) {
    return new Ending(exit, transcript(output)).failure(MOD, false);
  }

  private static Transcript transcript(String output) {
    Transcript transcript = new Transcript();
    byte[] bytes = output.getBytes(UTF_8);
    transcript.add(bytes, bytes.length);
    transcript.endLine();
    return transcript;
  }
}
