/**
 * Reads sites that are blogs of films and series: describe the site, override its peculiarities.
 */
package org.betor.site;
