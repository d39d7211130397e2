package org.betor.core;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.betor.api.model.Redacted;
import org.betor.api.spi.Problem;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.SiteException;

/** What became of one provider in one search. A failure is an outcome too. */
public sealed interface Outcome {

  /** The provider. */
  ProviderInfo provider();

  /** How many posts it found; they are kept, whatever happened later. */
  int posts();

  /** How long it took. */
  Duration took();

  /** One line for people. */
  String describe();

  /**
   * The site was read.
   *
   * @param beside how many offers of the posts are plainly something else; they are kept, and not
   *     in the report
   * @param skipped pages and links that could not be read
   */
  record Found(ProviderInfo provider, int posts, int beside, List<Problem> skipped, Duration took)
      implements Outcome {
    /** Copies. */
    public Found {
      skipped = List.copyOf(skipped);
    }

    @Override
    public String describe() {
      String others = beside == 0 ? "" : ", " + beside + " offered beside what was asked for";
      return posts + (posts == 1 ? " post" : " posts") + others + skippedNote(skipped);
    }
  }

  /**
   * The site showed that it has nothing.
   *
   * @param where the page that shows it
   */
  record Empty(ProviderInfo provider, URI where, Duration took) implements Outcome {
    /** Hides the secrets of the address. */
    public Empty {
      where = Redacted.address(where);
    }

    @Override
    public int posts() {
      return 0;
    }

    @Override
    public String describe() {
      return "has nothing, as " + where + " shows";
    }
  }

  /**
   * The provider found nothing and proved nothing: perhaps every post failed.
   *
   * @param skipped pages and links that could not be read
   */
  record Unproven(ProviderInfo provider, List<Problem> skipped, Duration took) implements Outcome {
    /** Copies. */
    public Unproven {
      skipped = List.copyOf(skipped);
    }

    @Override
    public int posts() {
      return 0;
    }

    @Override
    public String describe() {
      return "found nothing and proved nothing" + skippedNote(skipped);
    }
  }

  /**
   * The site could not be read, or the provider broke.
   *
   * @param cause why; a {@link SiteException} if the site is to blame
   */
  record Failed(ProviderInfo provider, int posts, Throwable cause, Duration took)
      implements Outcome {
    @Override
    public String describe() {
      return cause instanceof SiteException
          ? String.valueOf(cause.getMessage())
          : Redacted.text("the provider broke: " + cause);
    }

    @Override
    public String toString() {
      return "Failed[%s, %d posts, %s, %s]".formatted(provider, posts, describe(), took);
    }
  }

  /**
   * The provider was stopped before it was done.
   *
   * @param why what stopped it
   */
  record CutOff(ProviderInfo provider, int posts, Reason why, Duration took) implements Outcome {
    @Override
    public String describe() {
      return why.words + " after " + posts + (posts == 1 ? " post" : " posts");
    }

    /** What stopped a provider. */
    public enum Reason {
      /** Its time was up. */
      DEADLINE("out of time"),
      /** It found more than anybody wants. */
      FLOOD("stopped for flooding"),
      /** The search was cancelled. */
      CANCELLED("cancelled");

      private final String words;

      Reason(String words) {
        this.words = words;
      }
    }
  }

  /**
   * The provider was not asked.
   *
   * @param why the reason, for people
   */
  record NotAsked(ProviderInfo provider, String why) implements Outcome {
    @Override
    public int posts() {
      return 0;
    }

    @Override
    public Duration took() {
      return Duration.ZERO;
    }

    @Override
    public String describe() {
      return "not asked: " + why;
    }
  }

  private static String skippedNote(List<Problem> skipped) {
    return skipped.isEmpty() ? "" : ", " + skipped.size() + " skipped";
  }
}
