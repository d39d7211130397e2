/** Compresses and decompresses bzip2 block by block, so that blocks can be made on many cores. */
@NullMarked
package org.betor.mods.internal.bzip2;

import org.jspecify.annotations.NullMarked;
