/** Mods of games: what they are, and the sources that have them. */
package org.betor.api.mod;
