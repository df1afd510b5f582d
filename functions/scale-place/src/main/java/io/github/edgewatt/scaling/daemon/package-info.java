/**
 * The round: a snapshot of the cluster, corrected by what was done a moment ago, becomes decisions;
 * they are carried out, published and recorded.
 */
package io.github.edgewatt.scaling.daemon;
