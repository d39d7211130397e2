package org.betor.accounts;

import java.time.Instant;

/**
 * Somebody signed in somewhere: what one sign-in and all its refreshes are together.
 *
 * @param id names it; no token can be made of it
 * @param from the address from where it began, in text
 * @param begun when they signed in
 * @param lastUsed when it was refreshed last, or begun
 * @param ends when it ends, unless it is refreshed before
 */
public record Session(String id, String from, Instant begun, Instant lastUsed, Instant ends) {}
