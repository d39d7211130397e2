/** Real servers for tests, from the packages of the system. */
package org.betor.testkit.server;
