/** Reads the Internet Archive. */
package org.betor.providers.archive;
