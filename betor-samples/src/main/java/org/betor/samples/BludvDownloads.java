package org.betor.samples;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/** The buttons of a post of BLUDV. */
final class BludvDownloads {
  private static final String REL = "target=\"_blank\" rel=\"noopener noreferrer\"";

  private final String home;
  private final Draft draft;

  BludvDownloads(String home, Draft draft) {
    this.home = home;
    this.draft = draft;
  }

  String html() {
    return switch (draft.dress()) {
      case PICTURES -> pictures();
      case WORDS -> draft.versions().stream().map(this::words).collect(joining());
    };
  }

  private String pictures() {
    return """
        <div id="bludv-protected" hidden>
        %s</div>
        """
        .formatted(draft.versions().stream().map(this::pictures).collect(joining()));
  }

  private String pictures(Version version) {
    return """
        <br><center><span style="color: #008B00;"><strong><em>%s</em></strong></span>%s<p></p>
        """
        .formatted(
            Html.escape(version.heading()),
            version.lines().stream().map(this::pictures).collect(joining()));
  }

  private String pictures(Version.Line line) {
    List<Version.Button> buttons = line.buttons();
    if (buttons.isEmpty()) {
      return "<div>%s</div>".formatted(Html.escape(line.text()));
    }
    return "<div>%s%s%s</div>"
        .formatted(
            line.text().isEmpty() ? "" : Html.escape(line.text()) + "<br />",
            picture(buttons.get(0)),
            buttons.stream().skip(1).map(button -> "<br />" + words(button)).collect(joining()));
  }

  /** A torrent file that is long gone, and the magnet link. */
  private String picture(Version.Button button) {
    return """
        <b><a href="%storrent/%s.torrent" %s>%s</a></b> <a %s %s>%s</a>"""
        .formatted(
            home,
            button.torrent().infoHash(),
            REL,
            image("Download"),
            button.gate().attributes(home, button.torrent()),
            REL,
            image("Magnet Link"));
  }

  private static String image(String title) {
    return """
        <img data-lazyloaded="1" src="%s" class="aligncenter" title="%s" alt="%s" width="158">"""
        .formatted(Html.PIXEL, title, title);
  }

  private String words(Version version) {
    return """
        <p style="text-align: center;"><span style="color: #008B00;"><strong>%s</strong></span></p>
        <p style="text-align: center;">%s</p>
        """
        .formatted(
            Html.escape(version.heading()),
            version.lines().stream().map(this::words).collect(joining("<br />\n")));
  }

  private String words(Version.Line line) {
    String buttons =
        IntStream.range(0, line.buttons().size())
            .mapToObj(i -> separator(line, i) + words(line.buttons().get(i)))
            .collect(joining());
    return "<strong>%s</strong> %s".formatted(Html.escape(line.text()), buttons);
  }

  private static String separator(Version.Line line, int button) {
    return button == 0 || line.buttons().get(button).label().isEmpty() ? "" : " | ";
  }

  private String words(Version.Button button) {
    String attributes = button.gate().attributes(home, button.torrent());
    return button.label().isEmpty()
        ? "<a %s></a>".formatted(attributes)
        : "<a class=\"customButton\" %s %s>%s</a>"
            .formatted(attributes, REL, Html.escape(button.label()));
  }
}
