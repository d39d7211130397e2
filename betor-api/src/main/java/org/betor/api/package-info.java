/** Says how firm a promise of the API is. */
package org.betor.api;
