/** Drives SteamCMD: what it is told, what it says, how it ends. */
package org.betor.mods.steam.internal.steamcmd;
