/** Keeps small things that must survive a crash, in one file. */
package org.betor.core.internal.store;
