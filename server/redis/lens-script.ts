import {
  MAX_LENS_ALL_ENTRIES,
  MAX_LENS_ALL_PENDING,
  MAX_LENS_ALL_TEXT,
  MAX_LENS_CONSUMERS,
  MAX_LENS_ENTRIES,
  MAX_LENS_FIELDS,
  MAX_LENS_GROUPS,
  MAX_LENS_PENDING,
  MAX_LENS_STREAMS,
  MAX_LENS_TEXT,
} from '../../core/limits/limits.ts';
import { EXPIRY_SCRIPT } from './expiry-script.ts';
import { FINGERPRINT_SCRIPT } from './fingerprint-script.ts';
import { LENS_SCRIPT_TEXT } from './lens-script-text.ts';

/**
 * The bounds of one read. What the page does not know of: names of keys, groups and consumers are
 * whole up to `NAME` bytes; all groups together show `ALL_CONSUMERS` consumers; keys are looked at
 * `SCANS` times `SCAN_COUNT`, so that a Redis full of other keys does not hold up the lens.
 */
const BOUNDS = {
  ALL_CONSUMERS: 1000,
  ALL_ENTRIES: MAX_LENS_ALL_ENTRIES,
  ALL_PENDING: MAX_LENS_ALL_PENDING,
  ALL_TEXT: MAX_LENS_ALL_TEXT,
  CONSUMERS: MAX_LENS_CONSUMERS,
  ENTRIES: MAX_LENS_ENTRIES,
  FEWEST_ENTRIES: 20,
  FIELDS: MAX_LENS_FIELDS,
  GROUPS: MAX_LENS_GROUPS,
  NAME: 600,
  FIRST_PAGE: 4,
  PAGE: 100,
  PAGE_BYTES: 512 * 1024,
  PENDING: MAX_LENS_PENDING,
  SCANS: 200,
  SCAN_COUNT: 1000,
  STREAMS: MAX_LENS_STREAMS,
  TEXT: MAX_LENS_TEXT,
};

const LOCALS = Object.entries(BOUNDS).map(([bound, value]) => `local MAX_${bound} = ${value}\n`);

/**
 * Reads all streams in one go and changes nothing. ARGV[1] is the fingerprint of the last read: when
 * it still holds, the reply is false; else `[fingerprint, at, omitted, streams]`, see
 * core/lens/parse-lens.ts. Runs on Redis 6.2 and later and on Valkey, over maxmemory too: it has no
 * shebang line, which 6.2 does not know, and calls nothing that needs memory.
 */
export const LENS_SCRIPT = String.raw`
${LOCALS.join('')}
${LENS_SCRIPT_TEXT}
${FINGERPRINT_SCRIPT}
${EXPIRY_SCRIPT}

if ARGV[1] == fingerprint() then return false end

-- All of them when they fit into the total, else the same part of it for each.
local function share(most, total, counts)
  local sum = 0
  for _, count in ipairs(counts) do sum = sum + math.min(most, count) end
  if sum <= total then return most end
  return math.min(most, math.max(1, math.floor(total / #counts)))
end

local function streamKeys()
  local found, seen, cursor = {}, {}, '0'
  for _ = 1, MAX_SCANS do
    local reply = redis.call('SCAN', cursor, 'COUNT', MAX_SCAN_COUNT, 'TYPE', 'stream')
    for _, key in ipairs(reply[2]) do
      if not seen[key] then
        seen[key] = true
        found[#found + 1] = { name = name(key), key = key }
      end
    end
    cursor = reply[1]
    if cursor == '0' then break end
  end
  return first(MAX_STREAMS, found)
end

-- A map as RESP 2 writes it: names and values in turn.
local function map(reply)
  local values = {}
  for i = 1, #reply, 2 do values[reply[i]] = reply[i + 1] end
  return values
end

-- The plain values of such a map, without its lists. A number of Lua ends at 2^53; text does not.
local function plain(reply)
  local values = {}
  for i = 1, #reply, 2 do
    local value = reply[i + 1]
    if type(value) == 'number' then value = string.format('%.0f', value) end
    if type(value) ~= 'table' and reply[i] ~= 'name' then
      values[#values + 1] = reply[i]
      values[#values + 1] = value
    end
  end
  return values
end

-- The first of some groups or consumers, each with its name as the lens shows it and as Redis has it.
local function firstOf(limit, replies)
  local items = {}
  for i, reply in ipairs(replies) do
    local key = reply[1] == 'name' and reply[2] or map(reply).name
    items[i] = { name = name(key), key = key, reply = reply }
  end
  local chosen, omitted = first(limit, items)
  for _, item in ipairs(chosen) do item.fields = map(item.reply) end
  return chosen, omitted
end

-- COUNT 1: Redis sends as many whole entries as pending rows, whatever their size.
local function describe(stream)
  local full = redis.pcall('XINFO', 'STREAM', stream.key, 'FULL', 'COUNT', 1)
  if full.err then return false end
  stream.plain = plain(full)
  local fields = map(full)
  stream.length = fields.length
  stream.firstId = fields.entries[1] and fields.entries[1][1]
  stream.groups, stream.omitted = firstOf(MAX_GROUPS, fields.groups)
  return true
end

-- The newest entries, newest first: [id, [name, value, …], fields left out]. Redis sends values
-- whole, so a page is as long as the entries before let expect to fit into MAX_PAGE_BYTES.
local function newest(stream, count, room)
  local found, from, asked = {}, '+', MAX_FIRST_PAGE
  while #found < count do
    asked = math.min(asked, count - #found)
    local page, bytes = redis.call('XREVRANGE', stream.key, from, '-', 'COUNT', asked), 0
    for _, entry in ipairs(page) do
      local fields = {}
      for _, part in ipairs(entry[2]) do bytes = bytes + #part end
      for i = 1, math.min(#entry[2], 2 * MAX_FIELDS), 2 do
        if room <= 0 then break end
        local field, value = text(entry[2][i]), text(entry[2][i + 1])
        room = room - #field - #value
        fields[i], fields[i + 1] = field, value
      end
      found[#found + 1] = { entry[1], fields, (#entry[2] - #fields) / 2 }
    end
    if #page < asked then break end
    from = '(' .. page[#page][1]
    asked = math.max(1, math.min(MAX_PAGE, math.floor(MAX_PAGE_BYTES * #page / (bytes + 1))))
  end
  return found
end

-- Whether a stream holds an entry: the window tells, or else Redis does.
local function holder(stream, entries)
  local held = {}
  for _, entry in ipairs(entries) do held[entry[1]] = 1 end
  local oldest = entries[#entries] and entries[#entries][1]
  return function(id)
    if not held[id] then
      local inside = #entries == stream.length or (oldest and idPrecedes(oldest, id))
      if inside or idPrecedes(id, stream.firstId) then
        held[id] = 0
      else
        held[id] = #redis.call('XRANGE', stream.key, id, id)
      end
    end
    return held[id] == 0
  end
end

-- The oldest rows of one consumer, flat: id, delivery time, deliveries, ghost (1 or 0), and so on.
local function pendingRows(stream, group, consumer, most, isGhost)
  local rows = {}
  local function add(id, time, deliveries)
    rows[#rows + 1] = id
    rows[#rows + 1] = string.format('%.0f', time)
    rows[#rows + 1] = string.format('%.0f', deliveries)
    rows[#rows + 1] = isGhost(id) and 1 or 0
  end
  local row = (consumer.fields.pel or consumer.fields.pending)[1]
  if not row then return rows end
  if most == 1 or consumer.fields['pel-count'] == 1 then
    add(row[1], row[2], row[3])
    return rows
  end
  -- XPENDING tells how long ago; the row that both replies have tells since when.
  local list = redis.call('XPENDING', stream.key, group.key, '-', '+', most, consumer.key)
  for _, other in ipairs(list) do
    add(other[1], row[2] + list[1][3] - other[3], other[4])
  end
  return rows
end

local now = currentTime()
local streams, groups, consumers = {}, {}, {}
local keys, omitted = streamKeys()
for _, stream in ipairs(keys) do
  if describe(stream) then
    streams[#streams + 1] = stream
    for _, group in ipairs(stream.groups) do groups[#groups + 1] = group end
  end
end

local counts = {}
for i, group in ipairs(groups) do counts[i] = #group.fields.consumers end
local most = share(MAX_CONSUMERS, MAX_ALL_CONSUMERS, counts)
counts = {}
for _, group in ipairs(groups) do
  group.consumers, group.omitted = firstOf(most, group.fields.consumers)
  for _, consumer in ipairs(group.consumers) do
    local count = consumer.fields['pel-count']
    if count > 0 then counts[#counts + 1] = count end
  end
end
local rows = share(MAX_PENDING, MAX_ALL_PENDING, counts)
local window = math.floor(MAX_ALL_ENTRIES / math.max(1, #streams))
window = math.min(MAX_ENTRIES, math.max(MAX_FEWEST_ENTRIES, window))

local result = {}
for i, stream in ipairs(streams) do
  local entries = newest(stream, window, MAX_ALL_TEXT / #streams)
  local isGhost = holder(stream, entries)
  local groupList = {}
  for j, group in ipairs(stream.groups) do
    local consumerList = {}
    for k, consumer in ipairs(group.consumers) do
      local pending = pendingRows(stream, group, consumer, rows, isGhost)
      consumerList[k] = { consumer.name, plain(consumer.reply), pending }
    end
    groupList[j] = { group.name, plain(group.reply), consumerList, group.omitted }
  end
  result[i] = {
    stream.name, stream.plain, stream.firstId or false, expiry(stream.key, now),
    entries, groupList, stream.omitted,
  }
end
return { fingerprint(), string.format('%.0f', now), omitted, result }
`;
