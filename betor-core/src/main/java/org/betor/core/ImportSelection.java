package org.betor.core;

/** Which lines of IMDb's files become titles. Games, music videos, podcasts and radio never do. */
public enum ImportSelection {
  /** Films and series, and what is of a kind that nobody knows yet. */
  FILMS_AND_SERIES,
  /** Those, and each episode of each series: two thirds of all lines. */
  EPISODES_TOO
}
