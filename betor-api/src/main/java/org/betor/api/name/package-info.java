/** What a release name says: {@code ReleaseName} and the parts it was read from. */
package org.betor.api.name;
