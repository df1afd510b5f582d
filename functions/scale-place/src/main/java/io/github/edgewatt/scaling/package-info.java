/** Scaling and placement: where replicas of functions appear and vanish. */
package io.github.edgewatt.scaling;
