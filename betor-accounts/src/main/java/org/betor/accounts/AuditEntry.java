package org.betor.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A privileged act.
 *
 * @param id later acts have larger ones
 * @param actor the pseudonym of who did it
 * @param subject the pseudonym of whom it was done to; empty if that is nobody
 * @param details for people; without names, addresses and secrets
 */
public record AuditEntry(
    long id, Instant time, UUID actor, Act act, Optional<UUID> subject, String details) {}
