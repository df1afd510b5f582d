package io.github.edgewatt.profiler.command;

import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.profiler.doctor.Doctor;
import io.github.edgewatt.profiler.doctor.DoctorReport;
import io.github.edgewatt.profiler.doctor.Finding;
import io.github.edgewatt.profiler.energy.EnergyMeters;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: is this machine fit to measure? */
@Command(
    name = "doctor",
    description = "Tells whether this machine is fit to measure, and what to do.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Option(names = "--output", description = "where results would go (default: output)")
  private Path output;

  @Override
  public Integer call() throws Exception {
    Path target = output == null ? Path.of("output") : output;
    DoctorReport report =
        new DoctorReport(
            Doctor.ofThisMachine(target, EnergyMeters.detect(EnergyMeters.POWERCAP)).examine());
    PrintWriter out = spec.commandLine().getOut();
    Colours colours = new Colours(Home.isColoured());
    for (String line : report.lines()) {
      out.println(
          line.startsWith("warn")
              ? colours.warn(line)
              : line.startsWith("fail") ? colours.bad(line) : line);
    }
    return report.worst() == Finding.Status.FAIL ? 1 : 0;
  }
}
