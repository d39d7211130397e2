/** Asks providers side by side, each shut off from the others. */
package org.betor.core.internal.search;
