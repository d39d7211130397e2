package org.betor.samples;

import org.betor.api.model.MediaType;

/** The labels and values at the top of a post of BLUDV. */
final class BludvInfoBlock {
  private final Draft draft;

  BludvInfoBlock(Draft draft) {
    this.draft = draft;
  }

  String html() {
    return "<p>"
        + work()
        + draft.labels().fileHeader()
        + file()
        + draft.labels().end(draft.number())
        + "</p>\n";
  }

  /** What a card shows of it. */
  String excerpt() {
    return field("Título Original", draft.work().original())
        + field("Gênero", draft.work().genres())
        + field("Lançamento", String.valueOf(draft.work().year()));
  }

  private String work() {
    Work work = draft.work();
    boolean series = work.type() == MediaType.SERIES;
    return field("Título Original", work.original())
        + (series ? field("Título Traduzido", work.translated()) : "")
        + field("Gênero", work.genres())
        + field("Duração", work.runtime())
        + field(series ? "Ano de Lançamento" : "Lançamento", String.valueOf(work.year()))
        + field("Classificação", "Livre")
        + (work.imdb().isEmpty() ? field("IMDb", "–") : draft.labels().imdb(work.imdb()));
  }

  private String file() {
    FileFacts file = draft.file();
    return field("Qualidade", file.quality())
        + field("Formato", file.format())
        + field("Áudio", file.audio())
        + field("Legenda", file.subtitles())
        + field("Qualidade de Áudio", "10 (5.1)")
        + field("Qualidade de Vídeo", "10")
        + field("Tamanho", file.size());
  }

  private String field(String label, String value) {
    return draft.labels().field(label, Html.escape(value));
  }
}
