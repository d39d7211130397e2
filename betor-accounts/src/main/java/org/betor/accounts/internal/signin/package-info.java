/** Signing in, and how often that may fail. */
@org.jspecify.annotations.NullMarked
package org.betor.accounts.internal.signin;
