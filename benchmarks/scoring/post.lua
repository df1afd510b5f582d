-- wrk: posts the file named by BODY.
local file = io.open(os.getenv("BODY"), "rb")
wrk.body = file:read("*a")
file:close()
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

if os.getenv("SCORED") then
  -- Neutral answers would be quick and worth nothing.
  function response(status, _, body)
    if status ~= 200 or not body:find('"Score":10', 1, true) or not body:find('"Score":0', 1, true) then
      print("not scored: " .. status .. " " .. body:sub(1, 200))
      wrk.thread:stop()
    end
  end
end
