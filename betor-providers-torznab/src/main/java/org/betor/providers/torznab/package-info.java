/** Searches Torznab endpoints. */
package org.betor.providers.torznab;
