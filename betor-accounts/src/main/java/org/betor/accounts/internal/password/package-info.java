/** Hashes of passwords, and how many are computed at a time. */
@org.jspecify.annotations.NullMarked
package org.betor.accounts.internal.password;
