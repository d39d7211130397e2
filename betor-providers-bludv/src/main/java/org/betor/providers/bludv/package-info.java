/** Reads the BLUDV blog. */
package org.betor.providers.bludv;
