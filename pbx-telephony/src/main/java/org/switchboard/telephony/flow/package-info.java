/**
 * Runs a graph of steps: each step does its thing to a call and names its way out; the graph says what comes next.
 * Knows no feature.
 */
package org.switchboard.telephony.flow;
