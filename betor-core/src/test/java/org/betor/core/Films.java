package org.betor.core;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.betor.api.model.Contents;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;
import org.betor.api.spi.Change;

/** Free films as releases. */
public final class Films {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Films() {}

  /** The info-hash of release number so many. */
  public static InfoHash hash(int number) {
    return new InfoHash("%040x".formatted(number));
  }

  public static ReleaseKey key(int number) {
    return ReleaseKey.of(hash(number));
  }

  public static Instant minute(int number) {
    return NOON.plus(Duration.ofMinutes(number));
  }

  /** A release of which a page says nothing but its title, in the minute of its number. */
  public static Change titled(int number, String title) {
    return new Change(key(number), listing(number, post(number, title).build()));
  }

  public static Post.Builder post(int number, String title) {
    return Post.at(URI.create("https://films.example/" + number), title).originalTitle(title);
  }

  public static Listing listing(int number, Post post) {
    return new Listing("films", post, Offer.of(magnet(number)).build(), minute(number));
  }

  public static Link.Magnet magnet(int number) {
    return new Link.Magnet(MagnetLink.of(hash(number)));
  }

  /** One section of each kind that says all it can; a listing for each kind of link. */
  public static List<Section> everything() {
    Link magnet =
        new Link.Magnet(
            MagnetLink.parse(
                "magnet:?xt="
                    + hash(1).urn()
                    + "&xt=urn:btmh:1220"
                    + HexFormat.of().formatHex(new byte[32])
                    + "&dn=Sintel.2010.1080p&xl=129241752&x.pe=10.0.0.1:6881&so=0,2&kt=sintel"
                    + "&tr=udp://tracker.example:6969&ws=https://seed.example/sintel&x.more=%26"));
    Link file = new Link.TorrentFile(URI.create("https://films.example/sintel.torrent?a=b&c=%20"));
    Link unopened = new Link.Unopened(URI.create("https://gate.example/x"), "asks for a captcha");
    return List.of(
        fullListing("cinema", magnet),
        fullListing("archive", file),
        fullListing("museum", unopened),
        new TitleMatch(
            List.of(
                TitleId.imdb("tt1727587"),
                id(TitleId.Authority.TMDB_FILM),
                id(TitleId.Authority.TMDB_SERIES)),
            "Sintel",
            NOON.plusNanos(1)),
        new Contents(
            "Sintel \"2010\" \\ 🎬",
            List.of(new Contents.File("Sintel/sintel.mkv", 1L << 40), new Contents.File("", 0)),
            NOON.plusMillis(1)),
        new Swarm(Integer.MAX_VALUE, 0, NOON.plusSeconds(1)),
        new Upload("durian", 7, List.of("open movie", "curta"), Instant.MAX));
  }

  private static TitleId id(TitleId.Authority authority) {
    return new TitleId(authority, "45745");
  }

  private static Listing fullListing(String provider, Link link) {
    Post post =
        post(1, "Sintel (2010) – Dual Áudio\ud83c") // a title that was cut within an emoji
            .translatedTitle("Sintel, a caçadora")
            .year(2010)
            .mediaType(MediaType.FILM)
            .ids(List.of(TitleId.imdb("tt1727587")))
            .audio(List.of(Language.ENGLISH, Language.BRAZILIAN_PORTUGUESE))
            .subtitles(List.of(Language.UNKNOWN))
            .genres(List.of("Animação", "Fantasia"))
            .fact("licence", List.of("https://creativecommons.org/licenses/by/3.0/"))
            .fact("collection", List.of("blender", "animation"))
            .runtime(Duration.ofSeconds(888, 5))
            .published(Instant.MIN)
            .build();
    Offer offer =
        Offer.of(link)
            .context("BluRay 1080p | Dual Áudio")
            .quality(new Quality(Source.BLURAY, Resolution.R1080))
            .audio(List.of(Language.ENGLISH))
            .subtitles(List.of(Language.BRAZILIAN_PORTUGUESE))
            .sizeBytes(Long.MAX_VALUE)
            .episodes(Episodes.of(List.of(1), List.of(1, 2, 9_999)))
            .infoHash(hash(1))
            .guid("Sintel/2010")
            .seeders(7)
            .leechers(0)
            .build();
    return new Listing(provider, post, offer, NOON);
  }
}
