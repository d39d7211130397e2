package org.betor.core.internal.title;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * Where works are identified.
 *
 * @param identifier decides
 * @param assignments what people say of pages
 * @param lastLearnt when the sources last learnt something that may change every answer
 * @param country whose names of works are written, where they have one there, such as {@code BR}
 */
public record Desk(
    Identifier identifier, Assignments assignments, Supplier<Instant> lastLearnt, String country) {}
