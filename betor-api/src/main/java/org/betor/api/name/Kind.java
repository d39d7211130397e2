package org.betor.api.name;

/** What a part of a release name speaks of. */
public enum Kind {
  /** The title of the film or series. */
  TITLE,
  /** The year of release, four digits; the first one of a range. */
  YEAR,
  /** The day of a daily show, as ISO 8601 writes it. */
  DATE,
  /** Seasons, such as {@code 1} or {@code 1-3,5}; 0 for specials. */
  SEASON,
  /** Episodes, such as {@code 5} or {@code 1-3,5}. */
  EPISODE,
  /** The title of the episode. */
  EPISODE_TITLE,
  /** Which part of a work in several parts, a number. */
  PART,
  /** A whole season, series or collection. */
  COMPLETE,
  /** How many lines the picture has, such as {@code 1080p}. */
  RESOLUTION,
  /** Where the picture was taken from, such as {@code WEB-DL}. */
  SOURCE,
  /** The disc's own streams, not encoded again. */
  REMUX,
  /** How the picture is encoded, such as {@code x265}. */
  VIDEO_CODEC,
  /** Bits of a colour, such as {@code 10}. */
  BIT_DEPTH,
  /** The dynamic range, such as {@code HDR10} or {@code Dolby Vision}. */
  HDR,
  /** How a picture in three dimensions is packed; {@code 3D} if nobody says. */
  THREE_D,
  /** How the sound is encoded, such as {@code E-AC-3}. */
  AUDIO_CODEC,
  /** Channels of the sound, such as {@code 5.1}. */
  CHANNELS,
  /** A language that is spoken, a BCP 47 tag. */
  LANGUAGE,
  /** A language of the subtitles, a BCP 47 tag; {@code und} if nobody says. */
  SUBTITLES,
  /** The sound is not the original one, or not alone. */
  DUBBED,
  /** The sound is there in two or more languages. */
  DUAL,
  /** Which cut or edition, such as {@code Director's Cut}. */
  EDITION,
  /** Made again since another group's release was bad. */
  PROPER,
  /** Made again since the group's own release was bad. */
  REPACK,
  /** The version of an episode, a number from 2. */
  VERSION,
  /** The service or channel it was taken from, such as {@code Netflix}. */
  NETWORK,
  /** Who made the release. */
  GROUP,
  /** The form of the file, such as {@code MKV}. */
  CONTAINER,
  /** The size as the name states it, such as {@code 1.4 GB}. */
  SIZE,
  /** The CRC-32 of the file, eight hex digits. */
  CRC,
  /** The mark of a site that passed the release on. */
  SITE,
  /** A word of the trade that says none of this, such as {@code iNTERNAL}. */
  OTHER
}
