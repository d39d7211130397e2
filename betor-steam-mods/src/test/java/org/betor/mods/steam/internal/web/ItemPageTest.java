package org.betor.mods.steam.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.betor.api.mod.ModKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ItemPageTest {

  @Test
  void readsOnlyTheLinksWithinTheContainer() {
    ItemPage page =
        new ItemPage(
            """
            <a href="https://steamcommunity.com/sharedfiles/filedetails/?id=1">before</a>
            <div class='requiredItemsContainer' id = "RequiredItems">
              <a href="https://steamcommunity.com/workshop/filedetails/?id=2" target="_blank">
                <div class="requiredItem"> Two &amp; more </div></a>
              <a href='/sharedfiles/filedetails/?l=english&amp;id=3'><div>Three</div></a>
              <a href="https://steamcommunity.com/workshop/filedetails/?id=2">again</a>
              <a href="https://steamcommunity.com/app/4">no item</a>
            </div>
            <div><a href="https://steamcommunity.com/sharedfiles/filedetails/?id=5">after</a></div>
            """);

    assertThat(page.needs()).contains(List.of(new ModKey("steam", "2"), new ModKey("steam", "3")));
  }

  @Test
  void readsScreenshotsFromScripts() {
    ItemPage page =
        new ItemPage(
            """
            <div class="screenshot_holder"><a href="#"
              onclick="ShowEnlargedImagePreview( &#39;https://p.example/1?a=1&amp;b=2&#39; );"></a></div>
            <div class="a screenshot_holder"><a
              href="javascript:ShowEnlargedImagePreview('https://p.example/2')"></a></div>
            <div class="screenshot_holder"><a href="javascript:alert('https://p.example/3')"></a></div>
            <div><a onclick="ShowEnlargedImagePreview('https://p.example/4')"></a></div>
            <div class="screenshot_holder"><a onclick="ShowEnlargedImagePreview('http://p.example/5')">
            </a></div>
            """);

    assertThat(page.screenshots())
        .containsExactly(
            URI.create("https://p.example/1?a=1&b=2"), URI.create("https://p.example/2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<a ",
        "<div ",
        "<a href=",
        "<a href=\"",
        "<div id=\"RequiredItems\">",
        "<div id=\"RequiredItems\"><a href=\"/sharedfiles/filedetails/?",
        "/sharedfiles/filedetails/?",
        "<div class=\"screenshot_holder\"><a onclick=\"ShowEnlargedImagePreview( '"
      })
  void readsHostilePagesInTimeInProportionToTheirSize(String part) {
    ItemPage page = new ItemPage(part.repeat(200_000) + "<a " + "a".repeat(500_000) + ">");

    assertThat(page.needs().orElse(List.of())).isEmpty();
    assertThat(page.screenshots()).isEmpty();
  }
}
