package org.betor.accounts.internal.token;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The keys of access tokens. Each instance signs with one of its own; the public halves are in the
 * database, by which all verify. Safe for use by several threads.
 */
public final class SigningKeys {
  /** Keys of instances that ended go after this; those that sign are published again in time. */
  private static final Duration LEASE = Duration.ofDays(7);

  private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Database database;
  private final InstantSource clock;
  private final Duration longestToken;
  private final KeySource source;
  private final Fresh<String, PublishedKey> published;
  private @Nullable ECKey own;

  /** Signs with a key of the source. */
  public SigningKeys(
      Database database, InstantSource clock, Duration longestToken, KeySource source) {
    this.database = database;
    this.clock = clock;
    this.longestToken = longestToken;
    this.source = source;
    this.published = new Fresh<>(clock, this::read);
  }

  private Optional<PublishedKey> read(String id) {
    return database.transact(transaction -> new KeyTable(transaction).find(id));
  }

  /** The one by which tokens are verified that name it. */
  Optional<ECKey> verifying(String id) {
    return THUMBPRINT.matcher(id).matches()
        ? published.find(id).filter(key -> key.verifiesAt(clock.instant())).map(PublishedKey::key)
        : Optional.empty();
  }

  /** The one to sign with; a retired or forgotten one is replaced. */
  synchronized ECKey signing() {
    Optional<ECKey> kept = Optional.ofNullable(own).or(source::kept);
    Optional<PublishedKey> known = kept.flatMap(key -> published.find(key.getKeyID()));
    if (kept.isEmpty() || known.isEmpty() || known.get().retired()) {
      own = publish(source.next());
      return own;
    }
    if (!known.get().verifiesAt(clock.instant().plus(longestToken))
        || known.get().longestToken().compareTo(longestToken) < 0) {
      extend(kept.get());
    }
    own = kept.get();
    return own;
  }

  private ECKey publish(ECKey key) {
    Instant now = clock.instant();
    database.transact(
        transaction -> {
          KeyTable keys = new KeyTable(transaction);
          keys.removeEnded(now);
          keys.publish(key, now.plus(LEASE), longestToken);
          return key;
        });
    published.forget();
    return key;
  }

  private void extend(ECKey key) {
    Instant until = clock.instant().plus(LEASE);
    database.transact(
        transaction -> {
          new KeyTable(transaction).extend(key.getKeyID(), until, longestToken);
          return until;
        });
    published.forget();
  }

  /** Has all instances sign with other keys, unless theirs were given. */
  public void retireAll(Transaction transaction, Instant now) throws SQLException {
    new KeyTable(transaction).retireAll(now);
  }

  /** Has keys read anew, after they were changed. */
  public void forget() {
    published.forget();
  }
}
