/** Decides which film or series is meant. */
package org.betor.core.internal.title;
