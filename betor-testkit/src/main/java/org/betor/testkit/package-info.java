/** Contracts that the tests of a plugin implement, and fakes of what a host gives. */
package org.betor.testkit;
