package org.betor.samples;

import static java.util.stream.Collectors.joining;

/** Pages in the markup of the Steam Workshop, as of 2026. */
final class SteamPage {
  private static final String PROBLEM =
      """
      <html><body><div class="error_ctn"><h2>Error</h2>
      <h3>There was a problem accessing the item. Please try again.</h3></div></body></html>
      """;
  private static final String ADULT =
      """
      <html><body><div class="adult_content_age_gate"><h2>This item may contain content not
      appropriate for all ages</h2></div></body></html>
      """;
  private static final String PAGE =
      """
      <html><head><title>Steam Workshop::%1$s</title></head><body>
      <div class="workshopItemTitle">%1$s</div>
      <div class="screenshot_holder"><a href="javascript:void(0)"
       onclick="ShowEnlargedImagePreview( &#39;%2$s&#39; );"><img src="x"></a></div>
      <div class="screenshot_holder"><a
       href="javascript:ShowEnlargedImagePreview( '%2$s' );"><img src="x"></a></div>
      <div class="banned" style="display:none">This item has been banned</div>
      %3$s
      <div class="panel"><a href="https://steamcommunity.com/sharedfiles/filedetails/?id=3199999999">
      Others liked this</a></div></body></html>
      """;
  private static final String NEEDS =
      """
      <div class="requiredItemsContainer" id="RequiredItems">
      %s</div></div><div class="panel"></div>
      """;
  private static final String NEED =
      """
      <a href="https://steamcommunity.com/workshop/filedetails/?id=%d" target="_blank" data-subscribed="0">
        <div class="requiredItem">
          Another &amp; more</div></a>
      """;

  private SteamPage() {}

  static Answer answer(SteamRequest request, SteamShelf shelf) {
    String id = request.query().get("id");
    String html =
        id.matches("\\d{1,19}")
            ? shelf
                .find(Long.parseLong(id))
                .filter(item -> item.result() == 1)
                .map(SteamPage::page)
                .orElse(PROBLEM)
            : PROBLEM.replace("There was a problem accessing the item", "That item does not exist");
    return Answer.html(200, html);
  }

  /** A page that asks how old its reader is. */
  static Answer adult() {
    return Answer.html(200, ADULT);
  }

  static String screenshot(SteamItem item) {
    return "https://pictures.example/%d/shot.png?a=1&b=2".formatted(item.id());
  }

  private static String page(SteamItem item) {
    String needs = item.children().stream().map(NEED::formatted).collect(joining());
    boolean shown = !item.isCollection() && !needs.isEmpty();
    return PAGE.formatted(
        Html.escape(item.title()),
        Html.escape(screenshot(item)),
        shown ? NEEDS.formatted(needs) : "");
  }
}
