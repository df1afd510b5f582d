/**
 * Temperatures around nodes, read from pages of ipmi_exporter, with the age at which they are too
 * old.
 */
package io.github.edgewatt.scoring.climate;
