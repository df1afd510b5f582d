/** Serves trained models over the protocols that callers already speak. */
package io.github.edgewatt.nodeforecast;
