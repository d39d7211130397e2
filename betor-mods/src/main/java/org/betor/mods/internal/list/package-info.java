/** Finds what a library has, page by page. */
package org.betor.mods.internal.list;
