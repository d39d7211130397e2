package org.betor.accounts.internal.token;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.betor.accounts.Session;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.people.UserRow;

/**
 * A session as it is kept.
 *
 * @param revision of the user when it began; it is over when theirs is another
 * @param lastUsed when the newest refresh token was made
 * @param secretHash of the newest refresh token
 * @param previousHash of the one before; empty if there is none
 * @param salt what led from the one before to the newest; empty if there is none before
 */
record SessionRow(
    String id,
    UserId user,
    long revision,
    String address,
    Instant begun,
    Instant lastUsed,
    String secretHash,
    String previousHash,
    String salt) {

  private static final Pattern NETWORK_CARD = Pattern.compile("%.*"); // in addresses of IPv6

  static SessionRow first(UserRow who, InetAddress from, Instant now, RefreshToken token) {
    String address = NETWORK_CARD.matcher(from.getHostAddress()).replaceFirst("");
    return new SessionRow(
        token.session(), who.user().id(), who.revision(), address, now, now, token.hash(), "", "");
  }

  Grant grant() {
    return new Grant(id, user, revision);
  }

  Session session(Duration unused) {
    return new Session(id, address, begun, lastUsed, lastUsed.plus(unused));
  }
}
