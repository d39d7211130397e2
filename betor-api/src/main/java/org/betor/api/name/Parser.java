package org.betor.api.name;

import java.util.List;

/** Reads a name pass by pass; what is plain comes first and helps to decide what is not. */
final class Parser {
  private final Reading name;

  Parser(String text) {
    this.name = new Reading(text);
  }

  List<Part> parse() {
    if (name.size() == 0) {
      return List.of();
    }
    new KnownWords(name).read();
    new Ends(name).read();
    new Measures(name).read();
    new SeasonWords(name).read();
    new EpisodeCodes(name).read();
    new EpisodeWords(name).read();
    new Dates(name).read();
    Groups groups = new Groups(name);
    groups.readFront();
    new Years(name).read();
    new Parts(name).read();
    new BareNumbers(name).read();
    groups.readEnd();
    Titles titles = new Titles(name);
    titles.readStart();
    new Boundary(name).read();
    new Tongues(name).read();
    return new Telling(name, titles).parts();
  }
}
