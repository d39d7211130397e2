/** What people say that they transferred, in rows, and what becomes of it. */
@org.jspecify.annotations.NullMarked
package org.betor.accounts.internal.ratio;
