package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a {@code stack.yml} says is to be profiled: its functions with the label {@code
 * io.github.edgewatt.profile: "true"}.
 *
 * @param profiled these, in the file's order
 * @param others names of the functions without the label
 */
public record StackFile(List<StackFunction> profiled, List<String> others) {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_ENVIRONMENT_BYTES = 64 << 10;
  private static final Pattern LABEL = Pattern.compile("([A-Za-z0-9]([\\w.-]{0,61}[A-Za-z0-9])?)?");

  public StackFile {
    profiled = List.copyOf(profiled);
    others = List.copyOf(others);
  }

  /**
   * Reads a stack file as faas-cli does; fields it does not know are passed over.
   *
   * @param environment what <code>${NAME}</code> stands for
   * @param namespace where functions will be deployed, empty for the gateway's own choice
   * @throws PlatformException with one line: which file, which line or function, what is wrong
   */
  public static StackFile read(Path file, Map<String, String> environment, String namespace)
      throws PlatformException {
    String text = Substitution.apply(file.toString(), text(file), environment);
    StackYaml root = StackYaml.parse(file.toString(), text);
    StackFolder folder = new StackFolder(file);
    List<StackFunction> profiled = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, StackYaml> entry : root.children("functions", "function").entrySet()) {
      StackYaml function = entry.getValue();
      Map<String, String> labels = function.texts("labels");
      if (labels.getOrDefault(RequestForm.PROFILE_LABEL, "").equals("true")) {
        checkNamespace(function, namespace);
        profiled.add(
            new StackFunction(
                RequestForm.of(
                    function.where(), entry.getKey(), function.texts("annotations"), folder::read),
                deployment(entry.getKey(), function, labels, folder)));
      } else {
        others.add(entry.getKey());
      }
    }
    if (profiled.isEmpty()) {
      throw new PlatformException(
          "%s has no function with the label %s: \"true\", so there is nothing to profile"
              .formatted(file, RequestForm.PROFILE_LABEL));
    }
    return new StackFile(profiled, others);
  }

  private static Deployment deployment(
      String name, StackYaml function, Map<String, String> labels, StackFolder folder)
      throws PlatformException {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!LABEL.matcher(label.getValue()).matches()) {
        throw new PlatformException(
            "%s: label %s has a value that is not 63 letters, digits, '-', '_' or '.' at most"
                .formatted(function.where(), GatewayFaults.oneLine(label.getKey())));
      }
    }
    String image = function.text("image");
    if (image.isEmpty()) {
      throw new PlatformException(function.where() + ": it has no image");
    }
    return new Deployment(
        name,
        image,
        function.text("fprocess"),
        environment(function, folder),
        labels,
        function.texts("annotations"),
        function.texts("limits"),
        function.texts("requests"),
        function.list("secrets"),
        function.list("constraints"),
        function.text("readonly_root_filesystem").equals("true"));
  }

  /** Files win over what stands in the stack file, as with faas-cli. */
  private static Map<String, String> environment(StackYaml function, StackFolder folder)
      throws PlatformException {
    Map<String, String> variables = new LinkedHashMap<>(function.texts("environment"));
    for (String name : function.list("environment_file")) {
      byte[] bytes = folder.read(function.where(), name, MOST_ENVIRONMENT_BYTES);
      String where = function.where() + ": " + GatewayFaults.oneLine(name);
      variables.putAll(
          StackYaml.parse(where, new String(bytes, StandardCharsets.UTF_8)).texts("environment"));
    }
    return variables;
  }

  private static void checkNamespace(StackYaml function, String namespace)
      throws PlatformException {
    String own = function.text("namespace");
    if (!own.isEmpty() && !own.equals(namespace)) {
      throw new PlatformException(
          "%s: it belongs into namespace %s: run with --namespace %s"
              .formatted(function.where(), GatewayFaults.oneLine(own), GatewayFaults.oneLine(own)));
    }
  }

  private static String text(Path file) throws PlatformException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new PlatformException(file + ": over 1 MiB, which is no stack file");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new PlatformException("there is no stack file %s (--stack)".formatted(file), e);
    } catch (IOException e) {
      throw new PlatformException(
          "cannot read %s: %s".formatted(file, e.getClass().getSimpleName()), e);
    }
  }
}
