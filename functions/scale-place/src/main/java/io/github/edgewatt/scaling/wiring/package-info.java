/** All parts of the program put together, from the environment. */
package io.github.edgewatt.scaling.wiring;
