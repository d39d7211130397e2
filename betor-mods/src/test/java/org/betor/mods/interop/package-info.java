/** Archives that programs open which others use every day, and the other way round. */
@NullMarked
package org.betor.mods.interop;

import org.jspecify.annotations.NullMarked;
