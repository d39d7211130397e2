/** Knows films and series offline, from the files that IMDb publishes. */
package org.betor.core.internal.imdb;
