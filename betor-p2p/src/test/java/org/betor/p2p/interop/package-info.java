/** Transfers between clients that others use every day, on loopback. */
@NullMarked
package org.betor.p2p.interop;

import org.jspecify.annotations.NullMarked;
