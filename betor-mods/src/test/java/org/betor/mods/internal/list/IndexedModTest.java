package org.betor.mods.internal.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexedModTest {

  @ParameterizedTest
  @CsvSource({
    "Old Mill, OLD MILL",
    "Ärger, ÄRGER",
    "ὁδός, ὉΔΌΣ",
    "ὁδόσημον, ὉΔΌΣΗΜΟΝ",
    "Straße, STRASSE",
    "𐐨𐐩, 𐐀𐐁"
  })
  void foldsUpperAndLowerCaseToTheSame(String lower, String upper) {
    assertThat(IndexedMod.fold(lower)).isEqualTo(IndexedMod.fold(upper));
  }

  @ParameterizedTest
  @CsvSource({"ὉΔΌΣΗΜΟΝ, ὉΔΌΣ", "ὁδόσημον, ὁδός", "Meisterstraße, STRASSE", "Old Mill, D M"})
  void findsAPartWhateverFollowsIt(String name, String part) {
    assertThat(IndexedMod.fold(name)).contains(IndexedMod.fold(part));
  }

  @ParameterizedTest
  @CsvSource({"Ärger, Arger", "café, cafe"})
  void tellsAccentsApart(String one, String other) {
    assertThat(IndexedMod.fold(one)).isNotEqualTo(IndexedMod.fold(other));
  }
}
