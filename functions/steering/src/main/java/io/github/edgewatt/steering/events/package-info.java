/** Events as the galileo context publishes and reads them. */
package io.github.edgewatt.steering.events;
