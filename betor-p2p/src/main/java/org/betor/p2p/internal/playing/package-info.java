/** A small HTTP server on the loopback address, for long answers that come slowly. */
@NullMarked
package org.betor.p2p.internal.playing;

import org.jspecify.annotations.NullMarked;
