/**
 * What counts as the texts of a node's annotations, and back: the summary that schedulers read, as
 * published, and a state of ours from which a collector goes on after a restart.
 */
package io.github.edgewatt.collector.state;
