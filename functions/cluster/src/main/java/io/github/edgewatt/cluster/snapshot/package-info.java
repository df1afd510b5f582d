/**
 * A cluster as traffic and scaling see it, at one instant: immutable records, the same written as
 * JSON, and an index of them as arrays. Every decision is a function of a snapshot, so that it can
 * be taken again from a file.
 *
 * <p>Numbers that are not known are NaN ({@code null} in JSON), never 0.
 */
package io.github.edgewatt.cluster.snapshot;
