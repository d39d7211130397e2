/** Fetches pages: politely, within bounds, with a memory, and from the public Internet only. */
package org.betor.core.internal.fetch;
