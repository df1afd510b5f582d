/**
 * Settings that come from the environment, by their published names. What cannot be used is refused
 * at the start, with one line that names the variable.
 */
package io.github.edgewatt.cluster.settings;
