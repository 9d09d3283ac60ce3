/** Lua: when a key will expire, Unix time in ms as text, a negative number when it will not; `now` in ms. */
export const EXPIRY_SCRIPT = String.raw`
local function expiry(key, now)
  local at = redis.pcall('PEXPIRETIME', key)
  if type(at) == 'number' then return string.format('%.0f', at) end
  -- Redis 6.2 has only the time that is left.
  local left = redis.call('PTTL', key)
  return string.format('%.0f', left < 0 and left or now + left)
end

local function currentTime()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
`;
