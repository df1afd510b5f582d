package io.github.edgewatt.cluster.snapshot;

/**
 * A node.
 *
 * @param name its name
 * @param zone its zone, from its labels; empty where it has none
 * @param type the kind of node that a power model knows it as; empty where it is none
 * @param worker whether functions may run on it
 * @param cores CPU capacity in cores
 * @param allocatable what its pods may take
 * @param requested what its pods that have not ended asked for, all together
 * @param cpuShare mean use of its whole CPU over the look-back, 0 to 1; or NaN
 * @param watts mean power over the look-back; or NaN
 */
public record ZoneNode(
    String name,
    String zone,
    String type,
    boolean worker,
    double cores,
    Resources allocatable,
    Resources requested,
    double cpuShare,
    double watts) {}
