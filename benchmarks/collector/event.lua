-- Events as clients of a collector send them: a task's time and the bitstream it used, the time now.
local ids = { "def", "sha256-core", "matmul-8x8", "resnet-conv1", "aes-gcm", "fft-1024", "sort", "knn" }
local count = 0

request = function()
  count = count + 1
  local body = string.format("timestamp_ms=%d000&duration_ms=%d.%06d&bitstream_identifier=%s",
    os.time(), count % 40, count % 1000000, ids[count % #ids + 1])
  return wrk.format("POST", "/", { ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end

-- One line a program can read, after wrk's own table.
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %.0f %.3f %.3f %.3f %.3f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency:percentile(99.9) / 1e3, latency.max / 1e3,
    errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
