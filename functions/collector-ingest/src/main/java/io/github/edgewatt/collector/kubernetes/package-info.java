/**
 * Keeps the nodes' annotations at the API server as the windows are: read once, written on change
 * and as a heartbeat, retried through conflicts and outages, and once more at the end.
 */
package io.github.edgewatt.collector.kubernetes;
