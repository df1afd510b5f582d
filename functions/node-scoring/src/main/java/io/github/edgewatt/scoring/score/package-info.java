/**
 * Pure rules from a pod and a view of nodes to scores: power increase, FPGA rank, spread, their
 * combination, and what several pods at once would cost.
 */
package io.github.edgewatt.scoring.score;
