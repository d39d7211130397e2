/** People and roles in rows, and who may do what to whom. */
@org.jspecify.annotations.NullMarked
package org.betor.accounts.internal.people;
