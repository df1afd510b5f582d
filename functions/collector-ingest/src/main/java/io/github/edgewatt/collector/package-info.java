/** Takes what FPGA nodes report, and keeps each node's annotation up to date for schedulers. */
package io.github.edgewatt.collector;
