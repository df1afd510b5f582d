/**
 * Who knows a node's watts, by what its labels and annotations tell: WAO-Scheduler's own labels of
 * a TF Serving server, and ours for other servers, models in this process and straight lines.
 */
package io.github.edgewatt.scoring.power.node;
