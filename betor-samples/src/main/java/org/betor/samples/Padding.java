package org.betor.samples;

/** Makes a page as large as those of real themes: comments and scripts before the end. */
final class Padding {
  private static final String END = "</body>";

  private Padding() {}

  static String fill(String html, int chars) {
    int end = html.lastIndexOf(END);
    if (end < 0 || html.length() >= chars) {
      return html;
    }
    StringBuilder filling = new StringBuilder();
    for (int i = 1; html.length() + filling.length() < chars; i++) {
      filling.append(i % 4 == 0 ? script(i) : comment(i));
    }
    return html.substring(0, end) + filling + html.substring(end);
  }

  private static String comment(int number) {
    return """
        <li class="comment even depth-1" id="comment-%d"><div class="comment-body">
        <span class="fn">Visitante %d</span> <a href="#comment-%d">às 20:15</a>
        <p>Obrigado pelo filme! A imagem &eacute; boa &amp; o som também. <em>Nota 10.</em></p>
        </div></li>
        """
        .formatted(number, number, number);
  }

  private static String script(int number) {
    return """
        <script type="text/javascript">
        window.theme = window.theme || []; window.theme.push({"widget": %d, "lazy": true,
        "html": "<div class=\\"banner\\"><a href=\\"#\\">%d<\\/a><\\/div>"});
        </script>
        """
        .formatted(number, number);
  }
}
