package io.github.edgewatt.profiler.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.energy.EnergyMeters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorIT {
  @TempDir Path output;

  @Test
  void examinesThisMachineInLessThanAMoment() throws Exception {
    Doctor doctor = Doctor.ofThisMachine(output, EnergyMeters.detect(EnergyMeters.POWERCAP));
    doctor.examine();
    long start = System.nanoTime();
    List<Finding> findings = doctor.examine();
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(findings).hasSize(17);
    assertThat(took).isLessThan(Duration.ofSeconds(2));
  }
}
