/** People: their passwords, tokens and reports. */
package org.betor.benchmarks.accounts;
