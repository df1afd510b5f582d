package io.github.edgewatt.scaling.wiring;

import java.util.Optional;

/**
 * The daemon of a server.
 *
 * @param policy the name of the policy that decides
 * @param engine does rounds; empty where questions are only answered
 */
public record Daemon(String policy, Optional<Engine> engine) {}
