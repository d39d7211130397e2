/** Finds the providers on the class path or in a module layer, whatever else lies there. */
package org.betor.core.internal.discovery;
