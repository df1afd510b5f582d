/**
 * What a client reports: a form, a query or JSON becomes one checked event, or a refusal with the
 * published text. Pure: no clock, no server.
 */
package io.github.edgewatt.collector.event;
