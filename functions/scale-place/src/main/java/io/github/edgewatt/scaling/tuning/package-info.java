/**
 * What scaling can be told: settings as records, checked when they are made, and how they are read
 * from the environment by their published names.
 */
package io.github.edgewatt.scaling.tuning;
