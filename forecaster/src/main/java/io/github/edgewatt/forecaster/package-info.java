/** Learns from datasets what functions cost, and says what loads nobody measured would cost. */
package io.github.edgewatt.forecaster;
