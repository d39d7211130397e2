/** A caching library of game mods, from any source. */
package org.betor.mods;
