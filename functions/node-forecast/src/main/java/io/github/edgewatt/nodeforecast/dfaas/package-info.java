/**
 * DFaaS' forecaster service: the same routes, bodies and units, for agents that ask for the node's
 * figures by the summed rates of groups of functions.
 */
package io.github.edgewatt.nodeforecast.dfaas;
