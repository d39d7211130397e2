package org.betor.samples;

import static org.betor.samples.SampleTorrent.madeUp;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Items to fill a sample of the Internet Archive with: films that are free to share, and the habits
 * of those who upload. All torrents are made up.
 */
public final class SampleItems {
  private static final String ATTRIBUTION = "http://creativecommons.org/licenses/by/3.0/";
  private static final String PUBLIC_DOMAIN = "http://creativecommons.org/publicdomain/mark/1.0/";

  private static final List<SampleItem> ARCHIVE =
      List.of(
          sintel(),
          bigBuckBunny(),
          nosferatu(),
          theGeneral(),
          limite(),
          theKid(),
          film("safety-last-1923", "Safety Last!", "1923", "2011-05-01 10:00:00"),
          oneStepBeyond(),
          carnivalOfSouls(),
          film("TearsOfSteelLent", "Tears of Steel (lent)", "2012", "2013-02-03 04:05:06")
              .says("access-restricted-item", "true"),
          film("his-girl-friday-stream", "His Girl Friday", "1940", "2012-06-07 08:09:10")
              .says("collection", "feature_films", "stream_only"),
          item("CosmosLaundromatClips", "Cosmos Laundromat: clips", "2015", "2016-01-01 00:00:00")
              .says("noarchivetorrent", "true"),
          film("SintelRemoved", "Sintel, removed", "2010", "2011-01-01 00:00:00").goneDark());

  private SampleItems() {}

  /** The items of the sample of the archive; each shows another habit. */
  public static List<SampleItem> archive() {
    return ARCHIVE;
  }

  /** Made-up items, the newest first; each has the word "sample" in its title. */
  public static List<SampleItem> generate(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                film(
                    "sample-" + number,
                    "Sample film " + number,
                    "19%02d".formatted(number % 100),
                    "2020-01-01 00:%02d:%02d".formatted(59 - number / 60 % 60, 59 - number % 60)))
        .toList();
  }

  /** The torrent is also that of a button at the sample of BLUDV. */
  private static SampleItem sintel() {
    return item("Sintel_2010", "Sintel", "2010", "2010-10-04 12:34:56")
        .says("creator", "Blender Foundation", "Colin Levy")
        .says("subject", "animation", "fantasy", "open movie")
        .says("language", "eng")
        .says("runtime", "14:48")
        .says("licenseurl", ATTRIBUTION)
        .says("collection", "short_films", "moviesandfilms")
        .says("external-identifier", "urn:imdb:tt1727587")
        .torrent(madeUp("Sintel 2010 1080p WEB-DL LEG"));
  }

  /** Subjects in one text; the language by its name; no year but that of the date. */
  private static SampleItem bigBuckBunny() {
    return film("BigBuckBunny_124", "Big Buck Bunny", "", "2008-06-10 20:00:00")
        .says("date", "2008-05-30")
        .says("creator", "Blender Foundation")
        .says("subject", "animation;comedy; rabbit")
        .says("language", "English")
        .says("runtime", "00:09:56")
        .says("licenseurl", ATTRIBUTION)
        .says("collection", "animationandcartoons");
  }

  /** Silent; several identifiers; the torrent is also that of a button at the sample of BLUDV. */
  private static SampleItem nosferatu() {
    return item("nosferatu-1922", "Nosferatu (1922)", "1922", "2009-03-04 05:06:07")
        .says("creator", "F. W. Murnau")
        .says("subject", "horror", "silent")
        .says("language", "zxx")
        .says("runtime", "94 min")
        .says("licenseurl", PUBLIC_DOMAIN)
        .says("collection", "feature_films", "silent_films")
        .says("external-identifier", "urn:oclc:record:1", "urn:imdb:tt0013442")
        .torrent(madeUp("Nosferatu 1922 1080p BluRay LEG"));
  }

  private static SampleItem theGeneral() {
    return film("TheGeneral1926", "The General", "1926", "2007-07-08 09:10:11")
        .says("creator", "Buster Keaton, Clyde Bruckman")
        .says("subject", "comedy;war")
        .says("language", "Silent")
        .says("runtime", "1:15:32")
        .says("licenseurl", PUBLIC_DOMAIN)
        .says("collection", "feature_films");
  }

  /** Letters beyond ASCII, and a runtime in words. */
  private static SampleItem limite() {
    return film("limite-1931", "Limite – Mário Peixoto", "1931", "2014-04-05 06:07:08")
        .says("creator", "Mário Peixoto")
        .says("subject", "drama")
        .says("language", "Portuguese")
        .says("runtime", "1 hr 54 min")
        .says("collection", "feature_films");
  }

  /** A title with all that the query language takes for its own. */
  private static SampleItem theKid() {
    return film("TheKid1921", "The Kid: Chaplin's \"First\" (and best?) Film", "1921", "2010-02-02")
        .says("creator", "Charlie Chaplin")
        .says("description", "<div>A tramp finds a child\u2028in Charlie's street.</div>")
        .says("language", "zxx", "English")
        .says("runtime", "01:08:00")
        .says("collection", "feature_films");
  }

  private static SampleItem oneStepBeyond() {
    return film("OneStepBeyondS01E01", "One Step Beyond S01E01", "1959", "2010-11-12 13:14:15")
        .says("language", "eng")
        .says("runtime", "25:30")
        .says("collection", "classic_tv", "television");
  }

  /** Nobody says the length, and the torrent's info-hash is not stated. */
  private static SampleItem carnivalOfSouls() {
    return film("carnival-of-souls", "Carnival of Souls", "1962", "2006-01-02 03:04:05")
        .says("language", "english")
        .says("collection", "feature_films")
        .withoutStatedHash();
  }

  private static SampleItem film(String identifier, String title, String year, String published) {
    return item(identifier, title, year, published).torrent(madeUp(title + " " + identifier));
  }

  private static SampleItem item(String identifier, String title, String year, String published) {
    SampleItem item =
        SampleItem.of(identifier, title)
            .says("publicdate", published)
            .says("addeddate", published)
            .says("uploader", "somebody@archive.example");
    return year.isEmpty() ? item : item.says("year", year).says("date", year);
  }
}
