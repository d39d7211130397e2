package org.betor.core.internal.title;

import java.util.Optional;
import org.betor.api.model.Release;
import org.betor.api.model.TitleId;

/**
 * A release, and which film or series it is.
 *
 * @param release with one listing
 * @param expected the work; empty if nothing should be claimed
 * @param why what is hard about it, in a few words
 */
public record LabelledRelease(Release release, Optional<TitleId> expected, String why) {}
