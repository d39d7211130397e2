/** Events within one application. */
package org.betor.events;
