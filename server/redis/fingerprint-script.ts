/**
 * Lua: a text that is another one after anything was written, or a consumer was seen. Not by
 * contents: the counters of INFO. `rdb_changes_since_last_save` counts every change (nothing here
 * ever saves), but not a consumer that looked for new entries in vain, nor a key that expired.
 */
export const FINGERPRINT_SCRIPT = String.raw`
local function fingerprint()
  local function count(info, counter) return info:match(counter .. '(%d+)') or '0' end
  local stats = redis.call('INFO', 'stats')
  local commands = redis.call('INFO', 'commandstats')
  return table.concat({
    count(redis.call('INFO', 'persistence'), 'rdb_changes_since_last_save:'),
    count(stats, 'expired_keys:'),
    count(stats, 'evicted_keys:'),
    -- A blocked read is seen at its start, and only counted as a call when it ends.
    count(redis.call('INFO', 'clients'), 'blocked_clients:'),
    count(commands, 'cmdstat_xreadgroup:calls='),
    count(commands, 'cmdstat_xclaim:calls='),
    count(commands, 'cmdstat_xautoclaim:calls='),
  }, ' ')
end
`;
