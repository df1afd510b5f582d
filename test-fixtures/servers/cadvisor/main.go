// Command cadvisor serves the container metrics of google/cadvisor for raw cgroups only: what a
// stand-alone cAdvisor shows of faasd's functions, whose one label is the cgroup's path. The
// project's own main package is no longer published as a module; its manager and metrics are.
package main

import (
	"flag"
	"log"
	"net/http"
	"strings"
	"time"

	"github.com/google/cadvisor/cache/memory"
	"github.com/google/cadvisor/container"
	info "github.com/google/cadvisor/info/v1"
	v2 "github.com/google/cadvisor/info/v2"
	"github.com/google/cadvisor/manager"
	"github.com/google/cadvisor/metrics"
	"github.com/google/cadvisor/utils/sysfs"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"k8s.io/utils/clock"
)

// Samples older than this are forgotten; only the newest is ever served.
const kept = 2 * time.Minute

func main() {
	// housekeeping_interval and its companions are flags of the manager package itself.
	listen := flag.String("listen", "127.0.0.1:8080", "address to serve /metrics on")
	prefixes := flag.String("raw_cgroup_prefix_whitelist", "/", "comma-separated cgroup path prefixes to watch; the root is always watched")
	flag.Parse()

	included := container.MetricSet{
		container.CpuUsageMetrics:         struct{}{},
		container.ProcessSchedulerMetrics: struct{}{},
		container.MemoryUsageMetrics:      struct{}{},
		container.ProcessMetrics:          struct{}{},
	}
	watched, err := manager.New(memory.New(kept, nil), sysfs.NewRealSysFs(), manager.HousekeepingConfigFlags,
		included, http.DefaultClient, strings.Split(*prefixes, ","), nil, "", 0)
	if err != nil {
		log.Fatalf("no manager: %v", err)
	}
	if err := watched.Start(); err != nil {
		log.Fatalf("cannot watch cgroups: %v", err)
	}

	onlyID := func(one *info.ContainerInfo) map[string]string {
		return map[string]string{metrics.LabelID: one.Name}
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(metrics.NewPrometheusCollector(watched, onlyID, included, clock.RealClock{},
		v2.RequestOptions{IdType: v2.TypeName, Count: 1, Recursive: true}))
	http.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError}))
	log.Fatal(http.ListenAndServe(*listen, nil))
}
