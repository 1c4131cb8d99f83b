/**
 * Benchmarks, each a subcommand of ./pbx bench.
 */
package org.switchboard.local.bench;
