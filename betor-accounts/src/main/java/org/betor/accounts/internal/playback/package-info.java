/** Watching titles: what fits, what runs, what was watched and how far. */
@org.jspecify.annotations.NullMarked
package org.betor.accounts.internal.playback;
