/**
 * The part of the lens script (Lua) that prepares texts: Redis holds bytes, the lens shows
 * characters, and a reply must stay small. It expects the locals `MAX_TEXT` and `MAX_NAME`.
 */
export const LENS_SCRIPT_TEXT = String.raw`
-- One "x" for each well-formed sequence of UTF-8; any high byte that is left is none.
local function isText(bytes)
  if not bytes:find('[\128-\255]') then return true end
  bytes = bytes:gsub('[\194-\223][\128-\191]', 'x')
    :gsub('\224[\160-\191][\128-\191]', 'x')
    :gsub('\237[\128-\159][\128-\191]', 'x')
    :gsub('[\225-\236\238\239][\128-\191][\128-\191]', 'x')
    :gsub('\240[\144-\191][\128-\191][\128-\191]', 'x')
    :gsub('\244[\128-\143][\128-\191][\128-\191]', 'x')
    :gsub('[\241-\243][\128-\191][\128-\191][\128-\191]', 'x')
  return not bytes:find('[\128-\255]')
end

-- Bytes that are no text are written as redis-cli does: \xff.
local function clean(bytes)
  if isText(bytes) then return bytes end
  return (bytes:gsub('[\\\128-\255]', function(byte)
    return string.format('\\x%02x', byte:byte())
  end))
end

-- The first bytes of a longer text, without the character that the cut may have split.
local function cut(bytes, size)
  return (bytes:sub(1, size):gsub('[\192-\255][\128-\191]?[\128-\191]?[\128-\191]?$', ''))
end

-- A field name or value. More than MAX_TEXT characters are sent on when it is longer, so that the
-- reader sees where to cut; a character takes 3 bytes at most for each UTF-16 unit of it.
local function text(bytes)
  if #bytes <= MAX_TEXT then return clean(bytes) end
  local short = bytes:sub(1, MAX_TEXT + 1)
  if short:find('[\128-\255]') then
    return clean(#bytes > MAX_TEXT * 4 and cut(bytes, MAX_TEXT * 4) or bytes)
  end
  return short
end

-- A name stands for one thing, so a very long one stays different from all others.
local function name(bytes)
  if #bytes <= MAX_NAME then return clean(bytes) end
  return clean(cut(bytes, MAX_NAME)) .. '…' .. redis.sha1hex(bytes):sub(1, 16)
end

-- Lua's own < follows the server's locale.
local function bytesPrecede(a, b)
  for i = 1, math.min(#a, #b) do
    local x, y = a:byte(i), b:byte(i)
    if x ~= y then return x < y end
  end
  return #a < #b
end

-- UTF-16, which JavaScript compares, differs from UTF-8 in one thing: U+E000 to U+FFFF come last.
local LATE = { ['\238'] = '\254', ['\239'] = '\255' }

-- The first items ({ name = …, … }) in the order JavaScript gives their names; how many are left out.
local function first(limit, items)
  local chosen = {}
  for _, item in ipairs(items) do
    item.order = item.name:gsub('[\238\239]', LATE)
    local place = #chosen + 1
    while place > 1 and bytesPrecede(item.order, chosen[place - 1].order) do place = place - 1 end
    if place <= limit then
      table.insert(chosen, place, item)
      chosen[limit + 1] = nil
    end
  end
  return chosen, #items - #chosen
end

-- Entry ids are two numbers of up to 64 bits, more than a number of Lua holds.
local function idPrecedes(a, b)
  local aTime, aSeq = a:match('^(%d+)%-(%d+)$')
  local bTime, bSeq = b:match('^(%d+)%-(%d+)$')
  if aTime == bTime then aTime, bTime = aSeq, bSeq end
  if #aTime ~= #bTime then return #aTime < #bTime end
  return bytesPrecede(aTime, bTime)
end
`;
