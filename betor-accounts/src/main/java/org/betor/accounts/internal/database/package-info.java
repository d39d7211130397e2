/** The relational database under the accounts, and its tables. */
@org.jspecify.annotations.NullMarked
package org.betor.accounts.internal.database;
