/** Our BitTorrent client, as a program that is compared with others. */
@NullMarked
package org.betor.benchmarks.p2p;

import org.jspecify.annotations.NullMarked;
