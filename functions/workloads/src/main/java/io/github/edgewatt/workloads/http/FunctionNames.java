package io.github.edgewatt.workloads.http;

import java.util.List;

/** The functions' names, upstream's six first. */
public final class FunctionNames {
  public static final String FIGLET = "figlet";
  public static final String SHASUM = "shasum";
  public static final String NMAP = "nmap";
  public static final String ENV = "env";
  public static final String CURL = "curl";
  public static final String EAT_MEMORY = "eat-memory";
  public static final String MATMUL = "matmul";
  public static final String GZIP = "gzip";
  public static final String JSON = "json";
  public static final String THUMBNAIL = "thumbnail";
  public static final String QRCODE = "qrcode";
  public static final String MARKDOWN = "markdown";

  public static final List<String> ALL =
      List.of(
          FIGLET,
          SHASUM,
          NMAP,
          ENV,
          CURL,
          EAT_MEMORY,
          MATMUL,
          GZIP,
          JSON,
          THUMBNAIL,
          QRCODE,
          MARKDOWN);

  private FunctionNames() {}
}
