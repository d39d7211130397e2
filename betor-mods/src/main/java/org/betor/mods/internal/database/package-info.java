/** The relational database under a library of mods. */
package org.betor.mods.internal.database;
