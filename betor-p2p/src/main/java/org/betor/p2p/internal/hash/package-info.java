/** SHA-1, and info-hashes as bytes: what peers, trackers and pieces are all named or proved by. */
package org.betor.p2p.internal.hash;
