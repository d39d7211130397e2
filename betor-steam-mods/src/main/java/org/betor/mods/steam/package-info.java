/** Mods of the Steam Workshop. */
package org.betor.mods.steam;
