/** What one more request costs in joules, measured or forecast. */
package io.github.edgewatt.steering.energy;
