/** The local catalogue: releases as Lucene documents, and their JSON. */
package org.betor.core.internal.catalog;
