/** Packs mods into ZIP archives. */
@NullMarked
package org.betor.mods.internal.archive;

import org.jspecify.annotations.NullMarked;
