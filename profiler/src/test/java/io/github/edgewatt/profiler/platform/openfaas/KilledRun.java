package io.github.edgewatt.profiler.platform.openfaas;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A run that deploys two functions on a gateway, says so and waits to be killed. */
public final class KilledRun {
  private KilledRun() {}

  public static void main(String[] args) throws Exception {
    GatewayUrl url = GatewayUrl.parse(args[0]);
    Credentials credentials =
        Credentials.find(url, Path.of(args[1]), Map.of(), Path.of("/nowhere"));
    OpenFaasPlatform platform =
        OpenFaasPlatform.open(
            new GatewayClient(url, credentials, "", GatewayClock.system()),
            OpenFaasSettings.of("killed-run", false),
            List.of(PlatformWorld.function("figlet"), PlatformWorld.function("env")));
    platform.deploy(PlatformWorld.specs("figlet", "env"));
    System.out.println("deployed");
    new CountDownLatch(1).await();
  }
}
