/** Writes the sections that releases lack, in the background. */
package org.betor.core.internal.enrich;
