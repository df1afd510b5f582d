# The JMX exporter for the broker's pod, which copies it out at its start.
ARG BASE_IMAGE=busybox:1.37.0
FROM ${BASE_IMAGE}
COPY agent.jar /jmx-exporter/agent.jar
USER 10001:10001
