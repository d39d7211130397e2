package org.betor.accounts.internal.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * The public half of a key, as all instances of an application know it.
 *
 * @param verifiesUntil when the last token that it signed has ended, and it counts no more
 * @param retired it signs no more
 */
record PublishedKey(ECKey key, Instant verifiesUntil, boolean retired) {
  boolean verifiesAt(Instant time) {
    return time.isBefore(verifiesUntil);
  }
}
