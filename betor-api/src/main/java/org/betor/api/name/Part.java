package org.betor.api.name;

/**
 * A part of a release name and what it says, for explanations and highlighting. Two parts of
 * different kinds may share letters: {@code BDRemux} is a source and a remux.
 *
 * @param kind what it speaks of
 * @param value what it says, written as {@link ReleaseName} writes it, whatever the name wrote:
 *     {@code BluRay} for {@code Blu-ray}, {@code 1-3} for {@code E01-E03}
 * @param start the index of its first {@code char} in the name
 * @param end the index after its last {@code char}; more than {@code start}
 */
public record Part(Kind kind, String value, int start, int end) {}
