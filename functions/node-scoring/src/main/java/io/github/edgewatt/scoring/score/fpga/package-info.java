/**
 * The policy {@code fpga}: nodes ranked by how much their FPGAs were used and reconfigured lately
 * and by whether the wanted bitstream is loaded, and a filter by vendor. After the scheduler plugin
 * of TUM's FPGA metrics collector, from the same annotation.
 */
package io.github.edgewatt.scoring.score.fpga;
