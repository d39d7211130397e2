package org.betor.samples;

/** How a site words the heading of a post, of title, release and year. */
enum Headline {
  BLUDV("%1$s Torrent – %2$s (%3$d)"),
  COMANDO_2021("%1$s Torrent (%3$d) %2$s – Download"),
  COMANDO_2021_SEASON("%1$s 1ª Temporada Torrent (%3$d) %2$s – Download"),
  COMANDO_2026("%1$s (%3$d) %2$s");

  private final String form;

  Headline(String form) {
    this.form = form;
  }

  String of(Draft draft) {
    return form.formatted(draft.work().translated(), draft.release(), draft.work().year());
  }
}
