package org.betor.site;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.Episodes;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Offer;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.ReleaseKey;
import org.betor.site.AudioWords.Spoken;
import org.betor.site.SizeWords.Sized;

/**
 * Puts together what a button, its magnet link and the post as a whole say of one torrent. What
 * stands nearer counts more.
 */
final class Offers {
  /** No page has more; a post may not. */
  private static final int MAX_OFFERS = 5_000;

  private final List<Sized> sizesOfPage;
  private final Quality qualityOfPage;
  private final EpisodeWords episodesOfPage;
  private final Optional<Spoken> spokenOfPage;
  private final List<Language> audioOfPage;
  private final List<Language> subtitlesOfPage;

  Offers(PostFacts facts) {
    this.sizesOfPage = facts.sizes();
    this.qualityOfPage = facts.quality();
    this.episodesOfPage = facts.episodes();
    this.spokenOfPage = facts.spoken();
    this.audioOfPage = facts.audio();
    this.subtitlesOfPage = facts.subtitles();
  }

  /** One offer for each torrent, with the context of its first button, in the page's order. */
  List<Offer> of(List<Button> buttons, Map<Button, Link> links) {
    List<Draft> drafts = drafts(buttons, links);
    List<OptionalLong> listed =
        new SizeList(sizesOfPage)
            .assign(drafts.stream().map(draft -> draft.quality().resolution()).toList());
    return IntStream.range(0, drafts.size())
        .mapToObj(i -> offer(drafts.get(i), listed.get(i)))
        .toList();
  }

  private List<Draft> drafts(List<Button> buttons, Map<Button, Link> links) {
    Map<ReleaseKey, Draft> drafts = new LinkedHashMap<>();
    Set<String> hashes = hashes(links.values());
    for (Button button : buttons) {
      Link link = links.get(button);
      if (link != null && !isNamedByOneOf(hashes, link) && drafts.size() < MAX_OFFERS) {
        drafts.computeIfAbsent(link.key("link"), key -> draft(button, link));
      }
    }
    return List.copyOf(drafts.values());
  }

  private static Set<String> hashes(Collection<Link> links) {
    return links.stream()
        .flatMap(link -> link instanceof Link.Magnet magnet ? Stream.of(magnet) : Stream.empty())
        .map(magnet -> magnet.infoHash().hex())
        .collect(toSet());
  }

  /** Some file hosts name a torrent file by its info-hash: a second button for the same torrent. */
  private static boolean isNamedByOneOf(Set<String> hashes, Link link) {
    if (!(link instanceof Link.TorrentFile file)) {
      return false;
    }
    String path = file.address().getPath().toLowerCase(Locale.ROOT);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return hashes.contains(name.replace(".torrent", ""));
  }

  private Draft draft(Button button, Link link) {
    MagnetName name = MagnetName.of(link);
    OptionalLong exact =
        link instanceof Link.Magnet magnet ? magnet.magnet().sizeBytes() : OptionalLong.empty();
    Quality named = name.unambiguous();
    boolean contradicted = contradict(button.quality(), named);
    Quality near = contradicted ? named.or(button.quality()) : button.quality().or(named);
    return new Draft(
        button,
        link,
        (isWhole(near) ? near : near.or(name.quality())).or(qualityOfPage),
        button.sizeBytes().isPresent() && !contradicted ? button.sizeBytes() : exact,
        button.spoken().or(name::spoken).or(() -> spokenOfPage),
        episodes(button.episodes(), name, episodesOfPage));
  }

  private static boolean isWhole(Quality quality) {
    return quality.source() != Source.UNKNOWN && quality.resolution() != Resolution.UNKNOWN;
  }

  /** Names are made from the torrent itself, so that an editor's wrong button does not matter. */
  private static boolean contradict(Quality stated, Quality named) {
    return stated.resolution() != Resolution.UNKNOWN
        && named.resolution() != Resolution.UNKNOWN
        && stated.resolution() != named.resolution();
  }

  /**
   * Season and episodes may stand in different places. What stands near counts, a pack's lack of
   * episodes too; but the name may tell which one of several it is.
   */
  private static Episodes episodes(EpisodeWords near, MagnetName name, EpisodeWords heading) {
    Set<Integer> seasons = narrowed(near.seasons(), name.seasons());
    return Episodes.of(
        seasons.isEmpty() ? heading.seasons() : seasons,
        near.whole() ? near.numbers() : narrowed(near.numbers(), name.episodes()));
  }

  private static Set<Integer> narrowed(Set<Integer> near, Set<Integer> name) {
    boolean nameIsPart = !name.isEmpty() && near.containsAll(name);
    return near.isEmpty() || nameIsPart ? name : near;
  }

  private Offer offer(Draft draft, OptionalLong listed) {
    Offer.Builder offer =
        Offer.of(draft.link())
            .context(draft.button().context())
            .quality(draft.quality())
            .audio(draft.spoken().map(spoken -> spoken.audio(audioOfPage)).orElse(audioOfPage))
            .subtitles(subtitles(draft.spoken()))
            .episodes(draft.episodes());
    OptionalLong size = draft.sizeBytes().isPresent() ? draft.sizeBytes() : listed;
    size.stream().filter(bytes -> bytes > 0).forEach(offer::sizeBytes);
    return offer.build();
  }

  private List<Language> subtitles(Optional<Spoken> spoken) {
    return spoken.filter(Spoken.SUBTITLED::equals).isPresent() && subtitlesOfPage.isEmpty()
        ? List.of(Language.BRAZILIAN_PORTUGUESE)
        : subtitlesOfPage;
  }

  private record Draft(
      Button button,
      Link link,
      Quality quality,
      OptionalLong sizeBytes,
      Optional<Spoken> spoken,
      Episodes episodes) {}
}
