package org.betor.accounts.internal.token;

import org.betor.accounts.UserId;

/**
 * What an access token says, and what has to be so in the database for it to count.
 *
 * @param session the id of a session
 * @param revision that of the user, which grows with each change of what they may do
 */
public record Grant(String session, UserId user, long revision) {}
