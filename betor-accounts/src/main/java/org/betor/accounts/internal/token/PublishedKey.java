package org.betor.accounts.internal.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;

/**
 * The public half of a key, as all instances of an application know it.
 *
 * @param verifiesUntil when the last token that it signed has ended, and it counts no more
 * @param longestToken for how long it verifies when it is retired
 * @param retired it signs no more
 */
record PublishedKey(ECKey key, Instant verifiesUntil, Duration longestToken, boolean retired) {
  boolean verifiesAt(Instant time) {
    return time.isBefore(verifiesUntil);
  }
}
