/**
 * Policies: pure functions from a snapshot and a memory to decisions with their reasons, and what
 * they share: candidates, caps, room on nodes.
 */
package io.github.edgewatt.scaling.policy;
