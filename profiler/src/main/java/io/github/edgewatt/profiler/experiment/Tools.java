package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.platform.local.FreePorts;
import java.time.Clock;

/**
 * What an experiment uses of the machine.
 *
 * @param meter the node's energy
 * @param ports for consumers and the tracker
 * @param clock of the day
 */
public record Tools(EnergyMeter meter, FreePorts ports, Clock clock) {}
