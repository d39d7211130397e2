/** Hides what peers say to one another: message stream encryption, and how two peers begin it. */
package org.betor.p2p.internal.encryption;
