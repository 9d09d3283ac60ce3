import { EXPIRY_SCRIPT } from './expiry-script.ts';
import { FINGERPRINT_SCRIPT } from './fingerprint-script.ts';
import { OVERHEAD_BYTES } from './kept-keys.ts';

/**
 * Dumps all keys of database 0 at one moment. ARGV: the fingerprint of the last dump, the most keys,
 * the most bytes as KeptBytes counts them. The reply is "same" when that fingerprint still holds, "too many" or "too large"
 * when there is more than that; else `[fingerprint, key, payload, expiry, key, payload, expiry, …]`.
 */
export const DUMP_SCRIPT = String.raw`
${FINGERPRINT_SCRIPT}
${EXPIRY_SCRIPT}

if ARGV[1] == fingerprint() then return 'same' end
if redis.call('DBSIZE') > tonumber(ARGV[2]) then return 'too many' end

local now = currentTime()
local result, seen, cursor, left = { '' }, {}, '0', tonumber(ARGV[3])
repeat
  local reply = redis.call('SCAN', cursor, 'COUNT', 1000)
  for _, key in ipairs(reply[2]) do
    local payload = not seen[key] and redis.call('DUMP', key)
    seen[key] = true
    if payload then
      left = left - #key - #payload - ${OVERHEAD_BYTES}
      if left < 0 then return 'too large' end
      result[#result + 1] = key
      result[#result + 1] = payload
      result[#result + 1] = expiry(key, now)
    end
  end
  cursor = reply[1]
until cursor == '0'
result[1] = fingerprint()
return result
`;
