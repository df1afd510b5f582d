-- What kube-scheduler posts to /prioritize: a pod and the names of COUNT nodes (kwok-0 and on).
local count = tonumber(os.getenv("COUNT") or "1000")
local names = {}
for number = 0, count - 1 do
  names[#names + 1] = '"kwok-' .. number .. '"'
end
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"Pod":{"metadata":{"name":"asked","namespace":"default","uid":"u-1"},"spec":{"containers":[{"name":"work",'
  .. '"image":"registry.example/work:1.0","resources":{"requests":{"cpu":"500m"},"limits":{"cpu":"1"}}}]}},'
  .. '"Nodes":null,"NodeNames":[' .. table.concat(names, ",") .. ']}'

function response(status, headers, body)
  -- An answer of 200 with neutral scores would be quick and worth nothing.
  if status ~= 200 or not body:find('"Score":10', 1, true) or not body:find('"Score":0', 1, true) then
    wrk.thread:stop()
    print("not scored: " .. status .. " " .. body:sub(1, 200))
  end
end
