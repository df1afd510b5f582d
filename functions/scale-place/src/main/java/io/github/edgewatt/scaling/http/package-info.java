/** The routes: the function over HTTP, and the state of the daemon. */
package io.github.edgewatt.scaling.http;
