package org.betor.samples;

import org.betor.api.model.MediaType;

/** The labels and values at the top of a post of Comando Torrents. */
final class ComandoInfoBlock {
  /** A widget that was copied from a post about another film, Chaplin's The Kid. */
  private static final String COPIED_WIDGET =
      "<a href=\"https://www.imdb.com/title/tt0012349/?ref_=tt_plg_rt\">8,2/10</a>";

  private final String home;
  private final Draft draft;

  ComandoInfoBlock(String home, Draft draft) {
    this.home = home;
    this.draft = draft;
  }

  String html() {
    return "<p style=\"text-align: left;\">" + header() + "<br />\n" + work() + file() + "</p>\n";
  }

  /** Either way round, the one with the picture inside. */
  private String header() {
    return draft.labels() == Labels.BOLD
        ? "<img src=\"%s\" /><span style=\"color: #0000ff;\"><strong>»INFORMAÇÕES«</strong></span>"
            .formatted(Html.PIXEL)
        : "<strong><span style=\"color: #0000ff;\"><img src=\"%s\" />»INFORMAÇÕES«</span></strong>"
            .formatted(Html.PIXEL);
  }

  private String work() {
    Work work = draft.work();
    boolean series = work.type() == MediaType.SERIES;
    String year = "<a href=\"%scategory/%d\">%d</a>".formatted(home, work.year(), work.year());
    return field(
            "Título Traduzido", work.translated() + (series ? " 1ª Temporada" : "") + " Torrent")
        + field("Título Original", work.original())
        + draft.labels().field("IMDb", rating(work))
        + field("Gênero", work.genres())
        + draft.labels().field(series ? "Ano de Lançamento" : "Lançamento", year);
  }

  private static String rating(Work work) {
    return work.imdb().isEmpty()
        ? COPIED_WIDGET
        : "<a href=\"https://www.imdb.com/title/%s/\">7,5/10</a>".formatted(work.imdb());
  }

  private String file() {
    FileFacts file = draft.file();
    return field("Qualidade", file.quality())
        + field("Áudio", file.audio())
        + field("Legenda", file.subtitles())
        + field("Formato", file.format())
        + field("Tamanho", file.size())
        + field("Duração", draft.work().runtime())
        + field("Qualidade de Áudio", "10")
        + field("Qualidade de Vídeo", "10")
        + field("Servidor Via", "Torrent");
  }

  private String field(String label, String value) {
    return draft.labels().field(label, Html.escape(value));
  }
}
