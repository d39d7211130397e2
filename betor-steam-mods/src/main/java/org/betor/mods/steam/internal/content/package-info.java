/** The files of items, and where they may be put. */
package org.betor.mods.steam.internal.content;
