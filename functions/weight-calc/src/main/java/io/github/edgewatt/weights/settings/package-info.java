/**
 * What the environment says, by the published names. All of it is read and checked before anything
 * starts.
 */
package io.github.edgewatt.weights.settings;
