package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaplMeterTest {
  private static final long RANGE = 262_143_328_850L;

  @TempDir Path root;

  @BeforeEach
  void twoPackagesAndAllThatIsNotToBeAdded() throws IOException {
    zone("intel-rapl:0", "package-0", 1_000_000);
    zone("intel-rapl:0/intel-rapl:0:0", "core", 7_000_000);
    zone("intel-rapl:0/intel-rapl:0:1", "dram", 2_000_000);
    zone("intel-rapl:1", "package-1", 3_000_000);
    zone("intel-rapl:1:0", "uncore", 7_000_000);
    zone("intel-rapl:1:1", "dram", 4_000_000);
    zone("intel-rapl:2", "psys", 9_000_000);
    zone("intel-rapl-mmio:0", "package-0", 1_000_000);
    Files.createSymbolicLink(
        root.resolve("intel-rapl:0:1"), root.resolve("intel-rapl:0/intel-rapl:0:1"));
  }

  private void zone(String path, String name, long energy) throws IOException {
    Path folder = Files.createDirectories(root.resolve(path));
    Files.writeString(folder.resolve("name"), name + "\n");
    Files.writeString(folder.resolve("max_energy_range_uj"), RANGE + "\n");
    set(path, energy);
  }

  private void set(String path, long energy) throws IOException {
    Files.writeString(root.resolve(path).resolve("energy_uj"), energy + "\n");
  }

  @Test
  void addsPackagesAndTheirMemoryAlone() throws IOException {
    EnergyMeter meter = EnergyMeters.detect(root);
    assertThat(meter.name()).isEqualTo("rapl");
    assertThat(meter.description()).isEqualTo("rapl: package-0 + dram + package-1 + dram");
    assertThat(meter.readJoules()).isZero();

    set("intel-rapl:0", 11_000_000);
    set("intel-rapl:0/intel-rapl:0:0", 99_000_000);
    set("intel-rapl:0/intel-rapl:0:1", 3_000_000);
    set("intel-rapl:1", 8_000_000);
    set("intel-rapl:1:1", 4_500_000);
    set("intel-rapl:2", 99_000_000);
    assertThat(meter.readJoules()).isCloseTo(10 + 1 + 5 + 0.5, within(1e-9));
  }

  @Test
  void unrollsEachWrap() throws IOException {
    set("intel-rapl:0", RANGE - 2_000_000);
    EnergyMeter meter = EnergyMeters.detect(root);
    set("intel-rapl:0", 3_000_000);
    assertThat(meter.readJoules()).isCloseTo(5, within(1e-6));
    set("intel-rapl:0", RANGE - 1_000_000);
    double before = meter.readJoules();
    set("intel-rapl:0", 0);
    assertThat(meter.readJoules() - before).isCloseTo(1, within(1e-6));
  }

  @Test
  void aZoneThatDisappearsMakesTheSumAbsentUntilItIsBack() throws IOException {
    EnergyMeter meter = EnergyMeters.detect(root);
    Files.delete(root.resolve("intel-rapl:1/energy_uj"));
    assertThat(meter.readJoules()).isNaN();
    assertThat(meter.description()).contains("NoSuchFileException", "intel-rapl:1/energy_uj");
    set("intel-rapl:1", 13_000_000);
    assertThat(meter.readJoules()).isCloseTo(10, within(1e-9));
    assertThat(meter.description()).doesNotContain("NoSuchFile");
    Files.writeString(root.resolve("intel-rapl:1/energy_uj"), "<html>");
    assertThat(meter.readJoules()).isNaN();
    assertThat(meter.description()).contains("no number in");
  }

  @Test
  void saysWhyThereIsNoMeter() throws IOException {
    assertThat(EnergyMeters.detect(root.resolve("absent")))
        .isEqualTo(
            new NoMeter(
                "no RAPL package under %s: a virtual machine, or not x86"
                    .formatted(root.resolve("absent"))));
    Files.delete(root.resolve("intel-rapl:1:1/energy_uj"));
    assertThat(EnergyMeters.detect(root).description())
        .startsWith("RAPL is there, but NoSuchFileException");
    Files.delete(root.resolve("intel-rapl:1/max_energy_range_uj"));
    assertThat(EnergyMeters.detect(root).description()).startsWith("RAPL counts a package in");
    Files.writeString(root.resolve("intel-rapl:1/max_energy_range_uj"), "0");
    assertThat(EnergyMeters.detect(root).description()).contains("max_energy_range_uj is 0");
  }

  @Test
  void aMeterThatStandsAtZeroIsNone() throws IOException {
    for (String zone :
        new String[] {
          "intel-rapl:0", "intel-rapl:0/intel-rapl:0:1", "intel-rapl:1", "intel-rapl:1:1"
        }) {
      set(zone, 0);
    }
    EnergyMeter meter = EnergyMeters.detect(root);
    assertThat(meter.name()).isEqualTo("none");
    assertThat(meter.description()).contains("stand at 0");
    assertThat(meter.readJoules()).isNaN();
  }
}
