package org.betor.mods.steam;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.mod.ModKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteamAddressesTest {
  private final SteamSource source = SteamSource.builder().build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3100000001",
        " 03100000001\n",
        "steam:3100000001",
        "https://steamcommunity.com/sharedfiles/filedetails/?id=3100000001",
        "https://steamcommunity.com/workshop/filedetails/?id=3100000001&searchtext=clock",
        "http://www.SteamCommunity.com/sharedfiles/filedetails?l=english&id=3100000001#top",
        "steamcommunity.com/sharedfiles/filedetails/?id=3100000001",
        "https://steamcommunity.com/sharedfiles/filedetails/changelog/3100000001",
        "https://steamcommunity.com/workshop/filedetails/comments/3100000001?x=1",
        "steam://url/CommunityFilePage/3100000001",
        "steam://openurl/https://steamcommunity.com/sharedfiles/filedetails/?id=3100000001"
      })
  void knowsAnItemByNumberAndByPage(String text) {
    assertThat(source.parse(text)).contains(new ModKey("steam", "3100000001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "lantern",
        "18446744073709551616",
        "99999999999999999999999",
        "https://steamcommunity.com/app/990010",
        "https://steamcommunity.com/sharedfiles/filedetails/?id=",
        "https://steamcommunity.com/sharedfiles/filedetails/?myid=3100000001",
        "https://steamcommunity.com.elsewhere.example/sharedfiles/filedetails/?id=3100000001",
        "https://elsewhere.example/sharedfiles/filedetails/?id=3100000001",
        "https://user@steamcommunity.com/sharedfiles/filedetails/?id=3100000001",
        "javascript:steamcommunity.com/sharedfiles/filedetails/?id=3100000001",
        "steam://run/990010"
      })
  void knowsNoItemByAnythingElse(String text) {
    assertThat(source.parse(text)).isEmpty();
  }

  @Test
  void knowsNoItemByAVeryLongText() {
    assertThat(source.parse("https://steamcommunity.com/?" + "id=3&".repeat(1_000_000))).isEmpty();
  }

  @Test
  void takesTheLargestIdThatThereCanBe() {
    assertThat(source.parse("18446744073709551615")).isPresent();
  }
}
