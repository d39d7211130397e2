/** What a library of mods has: rows in the database and the archives that they speak of. */
package org.betor.mods.internal.shelf;
