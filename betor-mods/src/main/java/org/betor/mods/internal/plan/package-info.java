/** Finds out what mods need and collections collect. */
package org.betor.mods.internal.plan;
