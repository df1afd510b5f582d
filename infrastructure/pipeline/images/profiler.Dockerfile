# bin/profiler without a checkout: for what runs beside the consumers, such as the tracker.
ARG JRE_IMAGE=eclipse-temurin:21.0.8_9-jre
FROM ${JRE_IMAGE}
COPY edgewatt-profiler.jar /home/app/edgewatt-profiler.jar
COPY lib /home/app/lib
WORKDIR /home/app
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx256m", "-XX:-UsePerfData", "-Djava.awt.headless=true", \
  "-Dedgewatt.home=/home/app", "-Dedgewatt.terminal=false", "-jar", "/home/app/edgewatt-profiler.jar"]
