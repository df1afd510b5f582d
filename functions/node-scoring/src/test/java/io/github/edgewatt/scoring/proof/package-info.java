/**
 * The packaged programs between a real API server and real schedulers: what is placed where, and
 * what happens when a part of it is gone. Skipped where those servers cannot be had.
 */
package io.github.edgewatt.scoring.proof;
