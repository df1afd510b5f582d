/**
 * A request and its answer without a server: every protocol is a function of these, and so can be
 * tested without a port. What is wrong with a request is a {@code Refused}, one line and a status.
 */
package io.github.edgewatt.nodeforecast.protocol;
