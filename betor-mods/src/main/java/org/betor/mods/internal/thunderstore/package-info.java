/** What Thunderstore says of packages, and their archives. */
package org.betor.mods.internal.thunderstore;
