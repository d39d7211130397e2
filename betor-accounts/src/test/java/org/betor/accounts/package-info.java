/** Tests. */
@org.jspecify.annotations.NullMarked
package org.betor.accounts;
