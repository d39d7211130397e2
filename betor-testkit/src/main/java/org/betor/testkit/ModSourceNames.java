package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModSource;
import org.junit.jupiter.api.Test;

/** How mods are named: a part of {@link ModSourceContract}. */
public interface ModSourceNames extends ModSourceUnderTest {

  /** As text, a key is as much the user's as an address is. */
  @Test
  default void aKeyOrItsIdNamesTheMod() {
    for (ModKey mod : mods().keySet()) {
      assertThat(mod.source()).isEqualTo(source().id());
      assertThat(source().parse(mod.id())).contains(mod);
      assertThat(source().parse(mod.toString())).contains(mod);
    }
  }

  /** With spaces around it, as people paste. */
  @Test
  default void aTextThatNamesAModIsUnderstood() {
    ModSource source = source();
    assertThat(texts()).isNotEmpty();
    texts()
        .forEach(
            (text, mod) -> {
              assertThat(source.parse(text)).as(text).contains(mod);
              assertThat(source.parse("  " + text + "\n"))
                  .as("spaces around " + text)
                  .contains(mod);
            });
  }

  /** Whatever people paste is no reason to fail. */
  @Test
  default void aTextThatNamesNoModIsNone() {
    List<String> none =
        List.of(
            "",
            " ",
            "a mod about lanterns",
            "https://mods.example/1",
            "https://",
            "http://[::1",
            "../../etc/passwd",
            "%00",
            "nobody:1",
            "\u0000",
            "\ud800");
    assertThat(none).allMatch(text -> source().parse(text).isEmpty());
  }

  /** A million letters are none either, and are read in no time. */
  @Test
  default void aTextWithoutEndNamesNoMod() {
    for (String some : new String[] {"7", "a-", "https://a/", "-", "a.", " "}) {
      assertThat(source().parse(some.repeat(1_000_000 / some.length()))).isEmpty();
    }
  }
}
