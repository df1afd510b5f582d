package io.github.edgewatt.profiler.extract;

/**
 * A metric of a server.
 *
 * @param server the server's place in the plan, from 0
 * @param name its name
 * @param folder the snapshot's folder that holds its answers
 */
public record Metric(int server, String name, String folder) {}
