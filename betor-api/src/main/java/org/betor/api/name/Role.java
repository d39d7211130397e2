package org.betor.api.name;

import org.jspecify.annotations.Nullable;

/** What a word does in a release name: speaks of something, or helps others to. */
enum Role {
  SOURCE(Kind.SOURCE),
  REMUX(Kind.REMUX),
  RESOLUTION(Kind.RESOLUTION),
  VIDEO_CODEC(Kind.VIDEO_CODEC),
  BIT_DEPTH(Kind.BIT_DEPTH),
  HDR(Kind.HDR),
  THREE_D(Kind.THREE_D),
  AUDIO_CODEC(Kind.AUDIO_CODEC),
  CHANNELS(Kind.CHANNELS),
  PROPER(Kind.PROPER),
  REPACK(Kind.REPACK),
  EDITION(Kind.EDITION),
  LANGUAGE(Kind.LANGUAGE),
  SUBTITLES(Kind.SUBTITLES),
  DUBBED(Kind.DUBBED),
  DUAL(Kind.DUAL),
  COMPLETE(Kind.COMPLETE),
  NETWORK(Kind.NETWORK),
  CONTAINER(Kind.CONTAINER),
  SITE(Kind.SITE),
  OTHER(Kind.OTHER),
  /** Season numbers, with the word or letter beside them. */
  SEASON(Kind.SEASON),
  /** Episode numbers, with the word or letter beside them. */
  EPISODE(Kind.EPISODE),
  PART(Kind.PART),
  YEAR(Kind.YEAR),
  DATE(Kind.DATE),
  VERSION(Kind.VERSION),
  SIZE(Kind.SIZE),
  CRC(Kind.CRC),
  GROUP(Kind.GROUP),
  /** A word such as "season", without its number. */
  SEASON_WORD(null),
  /** A word such as "episode", without its number. */
  EPISODE_WORD(null),
  /** A word such as "subs" or "legendado"; its value is the language, if it names one. */
  SUBTITLED(null),
  PART_WORD(null),
  VOLUME(null),
  /** "Cut" or "edition", which only mean something behind an edition. */
  CUT(null),
  NUMBER(null),
  ROMAN(null),
  MONTH(null),
  /** What pages add to a title, such as "Download". */
  NOISE(null),
  COUNTRY(null),
  ARTICLE(null),
  TO(null),
  AND(null),
  OF(null),
  BY(null),
  /** Not read yet. */
  NONE(null),
  /** What those who pass a release on hang on to its name. */
  REPOST(null);

  private final @Nullable Kind kind;

  Role(@Nullable Kind kind) {
    this.kind = kind;
  }

  /** What it speaks of to the caller, or null if it only helps to read. */
  @Nullable Kind kind() {
    return kind;
  }

  /** Whether it tells how a release was made, as it stands behind titles and episodes. */
  boolean isTechnical() {
    return switch (this) {
      case SOURCE, REMUX, RESOLUTION, VIDEO_CODEC, BIT_DEPTH, HDR, THREE_D, AUDIO_CODEC, CHANNELS ->
          true;
      default -> false;
    };
  }
}
