package org.betor.core.internal.imdb;

import org.apache.lucene.util.BytesRef;

/**
 * What one line says of a title.
 *
 * @param id an {@link ImdbNumber}
 * @param said its other columns, as the table keeps them; of two rows that exclude each other the
 *     one counts whose bytes come first
 */
record Row(long id, BytesRef said) {}
