package org.betor.accounts.internal.people;

import org.betor.accounts.User;

/**
 * A user with what nobody else sees.
 *
 * @param password its hash
 * @param revision grows with each change of what they may do
 */
public record UserRow(User user, String password, long revision) {}
