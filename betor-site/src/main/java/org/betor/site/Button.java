package org.betor.site;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.betor.api.model.Quality;
import org.betor.site.AudioWords.Spoken;

/**
 * A download button and the words around it.
 *
 * @param anchor the button itself
 * @param context its heading, its line and its own words, for people
 * @param quality what these words say of the picture
 * @param sizeBytes what they say of the size
 * @param spoken how they say that it is spoken
 * @param episodes which part of a series they name
 */
record Button(
    Anchor anchor,
    String context,
    Quality quality,
    OptionalLong sizeBytes,
    Optional<Spoken> spoken,
    EpisodeWords episodes) {

  /** The download buttons of a transcript, in its order. */
  static List<Button> of(List<Line> transcript, Labels labels) {
    ButtonFinder finder = new ButtonFinder(labels);
    transcript.forEach(finder::read);
    return finder.found();
  }
}
