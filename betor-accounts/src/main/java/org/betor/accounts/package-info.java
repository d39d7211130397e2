/**
 * The people of a sharing community: users, roles, passwords, an audit log, and what they watch.
 *
 * <p>{@link org.betor.accounts.Accounts} is where to begin.
 */
@org.jspecify.annotations.NullMarked
package org.betor.accounts;
