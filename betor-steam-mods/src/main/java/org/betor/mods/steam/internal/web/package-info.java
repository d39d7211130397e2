/** What the services around the Workshop say of items and games. */
package org.betor.mods.steam.internal.web;
