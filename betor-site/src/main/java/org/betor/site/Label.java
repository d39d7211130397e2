package org.betor.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a line of a post's information block tells, and how Brazilian sites label it. */
public enum Label {
  /** The title in the work's own language. */
  ORIGINAL_TITLE("Título Original", "Nome Original", "Original Title"),
  /** The title in Portuguese. */
  TRANSLATED_TITLE(
      "Título Traduzido",
      "Título em Português",
      "Título no Brasil",
      "Título",
      "Baixar Filme",
      "Baixar Série"),
  /** The year of release. */
  YEAR(
      "Lançamento",
      "Lançamentos",
      "Ano de Lançamento",
      "Ano",
      "Data de Lançamento",
      "Release Date",
      "Release Year",
      "Year"),
  /** Genres. */
  GENRE("Gênero", "Gêneros"),
  /** Languages that are spoken. */
  AUDIO("Áudio", "Áudios", "Idioma", "Idiomas", "Languages"),
  /** Languages of the subtitles. */
  SUBTITLES("Legenda", "Legendas"),
  /** Source and resolution. */
  QUALITY("Qualidade"),
  /** Sizes, one for each quality. */
  SIZE("Tamanho", "Tamanhos"),
  /** How long it runs. */
  RUNTIME("Duração"),
  /** The rating at IMDb, often with a link. */
  IMDB("IMDb", "Nota do IMDb"),
  /** Which season. */
  SEASON("Temporada", "Season"),
  /** The plot, which must not be mistaken for a description of the files. */
  SYNOPSIS("Sinopse", "Descrição", "Synopsis"),
  /** Known, and of no use: ratings, servers, people. */
  OTHER(
      "Qualidade de Áudio",
      "Qualidade do Áudio",
      "Qualidade Áudio",
      "Qualidade de Vídeo",
      "Qualidade do Vídeo",
      "Qualidade Vídeo",
      "Qualidade Áudio e Vídeo",
      "Vídeo",
      "Formato",
      "Extensão",
      "Servidor",
      "Servidor Via",
      "Classificação",
      "Classificação Indicativa",
      "Diretor",
      "Criado por",
      "Elenco",
      "Origem",
      "Produção",
      "Network");

  @SuppressWarnings("ImmutableEnumChecker") // made by toList, which gives an unmodifiable list
  private final List<String> spellings;

  /** Sites lose accented letters now and then, so that a label without them is one too. */
  Label(String... spellings) {
    this.spellings =
        Arrays.stream(spellings)
            .flatMap(label -> Stream.of(label, label.replaceAll("[^\\p{ASCII}]", "")))
            .map(Folded::of)
            .distinct()
            .toList();
  }

  /** The spellings, in lower case and without accents. */
  List<String> spellings() {
    return spellings;
  }
}
