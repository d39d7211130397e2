/** Uploads in rows, and their way into the catalogue. */
@org.jspecify.annotations.NullMarked
package org.betor.accounts.internal.upload;
