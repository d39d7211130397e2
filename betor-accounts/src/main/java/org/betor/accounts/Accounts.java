package org.betor.accounts;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Schema;
import org.betor.accounts.internal.password.Passwords;
import org.betor.accounts.internal.people.Actor;
import org.betor.accounts.internal.people.Acts;
import org.betor.accounts.internal.people.Entrants;
import org.betor.accounts.internal.people.Rights;
import org.betor.accounts.internal.ratio.Ledger;
import org.betor.accounts.internal.signin.Setup;
import org.betor.accounts.internal.signin.SignIn;
import org.betor.accounts.internal.token.AccessTokens;
import org.betor.accounts.internal.token.Claims;
import org.betor.accounts.internal.token.KeySource;
import org.betor.accounts.internal.token.Sessions;
import org.betor.accounts.internal.token.SigningKeys;
import org.betor.accounts.internal.upload.Publisher;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * The people of a community: who they are, what they may do, and what was done.
 *
 * <pre>{@code
 * try (Accounts accounts = Accounts.open(Path.of("people"))) {
 *   accounts.setupToken().ifPresent(token -> showOnce(token)); // on the first start
 *   User root = accounts.setUp(token, new NewUser("Ana", "ana@example.org", password));
 *
 *   User bia = accounts.users().register(new NewUser("Bia", "bia@example.org", password));
 *   accounts.users().assign(root.id(), bia.id(), Role.MANAGER);
 *   accounts.users().ban(bia.id(), caio.id(), Ban.until(tomorrow, "spam"));
 *
 *   User user = accounts.signIn("bia", password, address);
 *   boolean approves = accounts.may(user.id(), Permission.APPROVE_UPLOADS);
 *   Hits hits = catalog.search(query, accounts.viewer(user.id()));
 * }
 * }</pre>
 *
 * <p>What could not be done is an {@link AccountsException}, whose {@link AccountsException.Reason}
 * has an HTTP status. What was done is durable. Several instances of an application may share one
 * database. Starts no threads; safe for use by several.
 */
public final class Accounts implements AutoCloseable {
  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Passwords passwords;
  private final Entrants entrants;
  private final Rights rights;
  private final SignIn signIn;
  private final Users users;
  private final Roles roles;
  private final AuditLog audit;
  private final Tokens tokens;
  private final Acts acts;
  private final Ratios ratios;
  private final AtomicReference<@Nullable String> setupToken = new AtomicReference<>();

  private Accounts(Builder settings, Database database) {
    this.database = database;
    this.clock = settings.clock;
    this.random = settings.random;
    this.passwords = new Passwords(settings.passwordCost, settings.random);
    this.entrants = new Entrants(settings.random, settings.clock);
    this.rights = new Rights(database, settings.clock);
    this.signIn = new SignIn(database, passwords, settings.signInLimits, settings.clock);
    this.acts = new Acts(database, settings.clock);
    this.users = new Users(database, acts, passwords, entrants);
    this.roles = new Roles(database, acts);
    this.audit = new AuditLog(database);
    this.tokens = tokens(settings, database, acts, signIn);
    this.ratios =
        new Ratios(database, acts, new Ledger(database, settings.trafficLimits, settings.clock));
    Setup.begin(database, settings.random, settings.clock.instant()).ifPresent(setupToken::set);
  }

  private static Tokens tokens(Builder settings, Database database, Acts acts, SignIn signIn) {
    SecureRandom random = settings.random;
    InstantSource clock = settings.clock;
    TokenSettings tokens = settings.tokens;
    TokenLimits limits = tokens.limits;
    KeySource key = tokens.keys(settings.folder, random);
    SigningKeys keys = new SigningKeys(database, clock, limits.access(), key);
    Claims claims = new Claims(tokens.issuer, tokens.audience, clock);
    return new Tokens(
        signIn,
        acts,
        new Sessions(database, limits, random, clock),
        new AccessTokens(keys, claims, random),
        keys,
        limits.access(),
        clock);
  }

  /**
   * Opens the accounts in a folder, or begins some.
   *
   * @throws AccountsException if it cannot be read or written, or another program has it open
   */
  public static Accounts open(Path folder) {
    return builder().folder(folder).open();
  }

  /** Accounts with other settings than the usual ones. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What it takes to make the first SuperAdmin, told once: to be shown to who runs the application,
   * and kept nowhere. Empty when it was told, or there is a SuperAdmin. Each opening before makes
   * another; the eight newest count.
   */
  public Optional<String> setupToken() {
    return Optional.ofNullable(setupToken.getAndSet(null));
  }

  /**
   * Makes the first SuperAdmin. No setup token counts any more after it.
   *
   * @throws AccountsException with {@link Reason#WRONG_SETUP_TOKEN}, or if the person cannot be
   *     taken
   */
  public User setUp(String token, NewUser person) {
    User user = entrants.user(person, Role.SUPER_ADMIN);
    database.transact(transaction -> Setup.check(transaction, token)); // before work is spent
    String hash = passwords.hash(person.password());
    return database.transact(
        transaction -> {
          Actor.lock(transaction);
          Setup.use(transaction, token);
          return entrants.admit(transaction, Act.SET_UP, user, hash);
        });
  }

  /**
   * Who somebody is, by name or e-mail address and password. Blocks while a few passwords at a time
   * are tried. A name that nobody has costs and answers what a wrong password does; whether
   * somebody is banned or not active is told to those who know the password.
   *
   * @param from where they are, as far as the application trusts that
   * @throws AccountsException with {@link Reason#WRONG_CREDENTIALS}, {@link
   *     Reason#TOO_MANY_ATTEMPTS}, {@link Reason#BANNED}, {@link Reason#DEACTIVATED} or {@link
   *     Reason#BUSY}
   */
  public User signIn(String login, String password, InetAddress from) {
    return signIn.signIn(login, password, from).user();
  }

  /**
   * Whether somebody may do something now; nothing, if they are unknown, banned or not active.
   * {@link Permission#DOWNLOAD} rests while they owe more than {@link #ratios} let them.
   */
  public boolean may(UserId user, Permission permission) {
    return rights
        .role(user)
        .filter(role -> role.has(permission))
        .filter(role -> permission != Permission.DOWNLOAD || mayDownload(user, role))
        .isPresent();
  }

  private boolean mayDownload(UserId user, Role role) {
    return role.name().equals(Role.SUPER_ADMIN)
        || ratios.standing(user).state() != Standing.State.MAY_NOT_DOWNLOAD;
  }

  /**
   * As whom somebody looks at the catalogue now: the level is the weight of their role, and that of
   * a guest, 0, if they are unknown, banned or not active.
   */
  public Viewer viewer(UserId user) {
    return rights
        .role(user)
        .map(role -> new Viewer(user.toString(), role.weight()))
        .orElse(Viewer.ANYONE);
  }

  /** Tokens for those who signed in. */
  public Tokens tokens() {
    return tokens;
  }

  /** The people. */
  public Users users() {
    return users;
  }

  /** What people are. */
  public Roles roles() {
    return roles;
  }

  /**
   * What people hand in for this catalogue, which the application closes. First the catalogue is
   * told what was decided before and did not reach it.
   */
  public Uploads uploads(Catalog catalog) {
    Publisher publisher = new Publisher(database, catalog);
    publisher.tell();
    return new Uploads(acts, publisher);
  }

  /** What people give and take. */
  public Ratios ratios() {
    return ratios;
  }

  /** What was done. */
  public AuditLog audit() {
    return audit;
  }

  Database database() {
    return database;
  }

  InstantSource clock() {
    return clock;
  }

  SecureRandom random() {
    return random;
  }

  /** Lets go of the folder; a database that was given stays open. */
  @Override
  public void close() {
    database.close();
  }

  /** Settings. A folder, a database or both are to be set. */
  public static final class Builder {
    private @Nullable Path folder;
    private @Nullable DataSource dataSource;
    private InstantSource clock = InstantSource.system();
    private SecureRandom random = new SecureRandom();
    private PasswordCost passwordCost = PasswordCost.USUAL;
    private SignInLimits signInLimits = SignInLimits.USUAL;
    private final TokenSettings tokens = new TokenSettings();
    private TrafficLimits trafficLimits = TrafficLimits.USUAL;

    private Builder() {}

    /**
     * Where files are kept: the key of tokens, and the rows unless there is a database. Made for
     * its owner alone if it is not there; one to which others can write is refused.
     */
    public Builder folder(Path folder) {
      this.folder = folder;
      return this;
    }

    /**
     * Keeps rows in this database, H2, PostgreSQL, MariaDB or MySQL, which the application closes.
     * Their tables have names that begin with {@code betor_}. It has to hand out connections to as
     * many threads as use this, or let them wait.
     */
    public Builder database(DataSource dataSource) {
      this.dataSource = dataSource;
      return this;
    }

    /** Tells the time. */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /** Makes ids, salts and tokens. */
    public Builder random(SecureRandom random) {
      this.random = random;
      return this;
    }

    /** How much it takes to try a password; {@link PasswordCost#USUAL} unless set. */
    public Builder passwordCost(PasswordCost passwordCost) {
      this.passwordCost = passwordCost;
      return this;
    }

    /** How often signing in may fail; {@link SignInLimits#USUAL} unless set. */
    public Builder signInLimits(SignInLimits signInLimits) {
      this.signInLimits = signInLimits;
      return this;
    }

    /** How long tokens last; {@link TokenLimits#USUAL} unless set. */
    public Builder tokenLimits(TokenLimits tokenLimits) {
      tokens.limits = tokenLimits;
      return this;
    }

    /** Who issues access tokens and for whom, 1 to 200 characters; {@code betor} unless set. */
    public Builder tokensFrom(String issuer, String audience) {
      tokens.from(issuer, audience);
      return this;
    }

    /**
     * Signs access tokens with this key of the curve P-256, for ES256. Unless set, each instance
     * makes one when it needs it: in its folder, where nobody but the owner can read it, or in
     * memory if it has none. The public halves are in the database, so that instances that share it
     * take each other's tokens.
     *
     * @throws IllegalArgumentException if it is of another kind
     */
    public Builder signingKey(KeyPair signingKey) {
      tokens.signingKey = KeySource.given(signingKey);
      return this;
    }

    /** What is believed of reports of traffic; {@link TrafficLimits#USUAL} unless set. */
    public Builder trafficLimits(TrafficLimits trafficLimits) {
      this.trafficLimits = trafficLimits;
      return this;
    }

    /**
     * Opens them.
     *
     * @throws IllegalStateException if there is neither a folder nor a database
     * @throws AccountsException if they cannot be read or written, or another program has the
     *     folder open
     */
    public Accounts open() {
      Database database = connect();
      try {
        Schema.prepare(database);
        return new Accounts(this, database);
      } catch (RuntimeException | Error failure) {
        database.close();
        throw failure;
      }
    }

    private Database connect() {
      if (dataSource != null) {
        return Database.of(dataSource);
      }
      if (folder == null) {
        throw new IllegalStateException("set a folder or a database for the accounts");
      }
      return Database.embedded(AccountsFolder.rows(folder));
    }
  }
}
