package org.betor.samples;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The buttons of a post of Comando Torrents. */
final class ComandoDownloads {
  private static final String PICTURE =
      "<img class=\"alignnone\" src=\"%s\" alt=\"MAGNET LINK\" width=\"300\" height=\"125\" />"
          .formatted(Html.PIXEL);

  private final String home;
  private final Draft draft;

  ComandoDownloads(String home, Draft draft) {
    this.home = home;
    this.draft = draft;
  }

  String html() {
    return draft.versions().stream().map(this::version).collect(joining("<hr />\n"));
  }

  private String version(Version version) {
    return """
        <div><h2 style="text-align: center;"><strong>%s</strong></h2>
        %s</div>
        """
        .formatted(
            Html.escape(version.heading()),
            version.lines().stream().map(this::line).collect(joining()));
  }

  /** Pictures stand below their words, either in the same paragraph or in a block of their own. */
  private String line(Version.Line line) {
    boolean below = draft.labels() == Labels.BOLD;
    return draft.dress() == Draft.Dress.WORDS
        ? "<p>%s %s</p>\n".formatted(words(line.text()), buttons(line.buttons(), "DOWNLOAD"))
        : (below ? "<p>%s</p>\n<div>%s</div>\n" : "<p>%s<br />\n%s</p>\n")
            .formatted(words(line.text()), buttons(line.buttons(), PICTURE));
  }

  /** All but the size is bold. */
  private static String words(String text) {
    List<String> parts = List.of(text.split(" \\| ", 2));
    String size = parts.size() == 1 ? "" : " | " + parts.get(1);
    return "<strong>%s</strong>%s".formatted(Html.escape(parts.get(0)), size);
  }

  private String buttons(List<Version.Button> buttons, String face) {
    return buttons.stream()
        .map(button -> "<a %s>%s</a>".formatted(attributes(button), face))
        .collect(joining(" "));
  }

  private String attributes(Version.Button button) {
    return button.gate().attributes(home, button.torrent());
  }
}
