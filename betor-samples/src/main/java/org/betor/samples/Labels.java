package org.betor.samples;

/** The ways in which posts write the labels of their info block. */
enum Labels {
  /** As of 2026; the span of the IMDb line is never closed. */
  SPANS("<span style=\"color: black;\"><strong><em>%s:</em></strong> %s</span><br>"),
  BOLD("<b>%s:</b> %s<br />"),
  COLON_OUTSIDE("<strong>%s</strong>: %s<br />"),
  BREAK_INSIDE("<b><br />%s:</b> %s"),
  NO_BREAK_SPACE("<b>%s:</b>&nbsp;%s<br />"),
  /** Letters got lost. */
  MISSPELT("<strong>%s:</strong> %s<br />");

  private final String field;

  Labels(String field) {
    this.field = field;
  }

  String field(String label, String value) {
    return field.formatted(this == MISSPELT ? misspelt(label) : label, value) + "\n";
  }

  String imdb(String id) {
    String link =
        "<a href=\"https://www.imdb.com/title/%s/?ref_=tt_plg_rt\" target=\"_blank\">7,4</a>"
            .formatted(id);
    String text = field("IMDb", link);
    return this == SPANS ? text.replace("</span>", "") : text;
  }

  String fileHeader() {
    return this == SPANS
        ? "<strong><span style=\"color: #008B00;\"><em> &gt;&gt;INFORMAÇÕES DO ARQUIVO&lt;&lt;"
            + " </em></span></strong><br>\n"
        : "<br /><strong><em>&gt;&gt;INFORMAÇÕES&lt;&lt;</em></strong><br />\n";
  }

  String end(int postNumber) {
    String more = "<span id=\"more-%d\"></span>".formatted(postNumber);
    return this == SPANS ? more + "</span>" : more;
  }

  private static String misspelt(String label) {
    return switch (label) {
      case "Título Original" -> "Ttulo original";
      case "Qualidade de Vídeo" -> "Qualidade de Vdeo";
      default -> label;
    };
  }
}
