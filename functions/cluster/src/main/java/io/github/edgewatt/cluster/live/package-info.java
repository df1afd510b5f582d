/**
 * The snapshot's live side: what sources tell is kept in windows that are bounded in time and
 * memory, and a snapshot of it can be taken at any time.
 */
package io.github.edgewatt.cluster.live;
