package org.betor.accounts.internal.playback;

import java.util.UUID;
import org.betor.accounts.UserId;
import org.betor.api.model.Episodes;
import org.betor.api.model.TitleId;
import org.betor.api.model.Viewer;

/**
 * One stream of somebody, for which there is a row.
 *
 * @param episode the one that is asked for; {@link Episodes#NONE} if none is
 * @param viewer as whom they look at the catalogue
 */
public record Pass(UUID id, UserId user, TitleId title, Episodes episode, Viewer viewer) {}
