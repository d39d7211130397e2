/** Tokens for those who signed in: sessions, and the keys that sign for them. */
@org.jspecify.annotations.NullMarked
package org.betor.accounts.internal.token;
