/** What a plugin implements, and what it is handed. */
package org.betor.api.spi;
