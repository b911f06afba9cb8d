-- Print HTML (room `paper`) in each format: clauses with hanging numbers, islands, panels, fields to fill in, pictures.
-- One table of answers for each format, so that what a class means stands side by side.

local RTL = false
local RTL_LANGUAGE = nil

local function inline(code) return pandoc.RawInline(FORMAT, code) end
local function block(code) return pandoc.RawBlock(FORMAT, code) end
local function ooxml(code) return pandoc.RawInline('openxml', code) end
local function quoted(words) return '"' .. words:gsub('\\', '\\\\'):gsub('"', '\\"') .. '"' end

local function around(before, content, after)
  local out = pandoc.Inlines{before}
  out:extend(content)
  out:insert(after)
  return out
end

local function within(before, content, after)
  local out = pandoc.Blocks{before}
  out:extend(content)
  out:insert(after)
  return out
end

local function styled(name, content)
  return pandoc.Div(content, pandoc.Attr('', {}, {['custom-style'] = name}))
end

local function words(content) return pandoc.utils.stringify(content) end

-- Takes the number off the first paragraph of a clause and returns it.
local function number(content)
  local first = content[1]
  local mark = first and first.content and first.content[1]
  if first and (first.t == 'Para' or first.t == 'Plain') and mark and mark.t == 'Span' and mark.classes:includes('number') then
    first.content:remove(1)
    return first, mark
  end
end

-- Longer islands may go on in the next line; shorter ones stay whole.
local function breaks(text) return utf8.len(text) > 44 end

local formats = {}

formats.typst = {
  clause = function(el, depth)
    local first, mark = number(el.content)
    if first then
      local before = around(inline('#number(' .. depth .. ')['), mark.content, inline(']'))
      before:extend(first.content)
      first.content = before
    end
    local content = el.content
    if first and content[2] then
      content = within(block('#leads['), {content:remove(1)}, block(']'))
      content:extend(el.content)
    end
    local label = el.identifier ~= '' and ' #label(' .. quoted(el.identifier) .. ')' or ''
    return within(block('#clause(' .. depth .. ')['), content, block(']' .. label))
  end,
  div = {
    panel = function(el) return within(block('#panel['), el.content, block(']')) end,
    ['panel-title'] = function(el) return within(block('#panel-title['), el.content, block(']')) end,
    answer = function(el) return within(block('#answer['), el.content, block(']')) end,
    blank = function(el) return block('#blank(' .. (el.attributes.ruled or '2') .. ')') end,
    turned = function(el, dir) return within(block('#turned(' .. dir .. ')['), el.content, block(']')) end,
  },
  span = {
    box = function() return inline('#tick') end,
    rule = function() return inline('#rule') end,
    option = function(el) return around(inline('#box['), el.content, inline(']')) end,
    small = function(el) return around(inline('#fine['), el.content, inline(']')) end,
    foreign = function(el) return around(inline('#fine['), el.content, inline(']')) end,
    number = function(el) return el.content end,
    island = function(el, dir)
      local call = breaks(words(el.content)) and '#turn' or '#island'
      return around(inline(call .. '(' .. dir .. ')['), el.content, inline(']'))
    end,
  },
  header = function(el)
    local mark = el.content[1]
    if mark and mark.t == 'Span' and mark.classes:includes('number') then
      el.content:remove(1)
      local out = around(inline('#head['), mark.content, inline(']'))
      out:extend(el.content)
      el.content = out
      return el
    end
  end,
  table = function(el)
    el.classes:insert('typst:no-figure')
    return el
  end,
  image = function(el)
    local width = el.attributes.width
    return inline('#picture(' .. quoted('/' .. el.src) .. ', ' .. quoted(words(el.caption)) .. ', ' .. (width or 'auto') .. ')')
  end,
}

local TAB = ooxml('<w:r><w:tab/></w:r>')
local LRM, RLM = '\u{200e}', '\u{200f}'
local TICK = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="Segoe UI Symbol"/>'
  .. '<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>'
  .. '<w:rStyle w:val="Box"/></w:rPr><w:t>\u{2610}</w:t></w:r></w:sdtContent></w:sdt>'

local function gap() return styled('Gap', {pandoc.Para{pandoc.Str('\u{a0}')}}) end

-- The items of lists take the style of what they stand in as paragraphs only.
local function spaced(content)
  return pandoc.Blocks(content):walk{Plain = function(el) return pandoc.Para(el.content) end}
end

formats.docx = {
  clause = function(el, depth)
    local first, mark = number(el.content)
    local out = pandoc.Blocks{}
    if first then
      local before = around(pandoc.Span(mark.content, pandoc.Attr(el.identifier)), {}, TAB)
      before:extend(first.content)
      el.content:remove(1)
      out:insert(styled('Clause ' .. depth .. (#el.content > 0 and ' lead' or ''), {pandoc.Para(before)}))
    end
    for _, child in ipairs(el.content) do
      local plain = child.t == 'Para' or child.t == 'Plain' or child.t == 'Div' and not child.attributes['custom-style']
      out:insert(plain and styled('Clause text ' .. depth, spaced{child}) or child)
    end
    return out
  end,
  div = {
    panel = function(el) return {styled('Panel', spaced(el.content)), gap()} end,
    ['panel-title'] = function(el) return styled('Panel title', el.content) end,
    title = function(el) return styled('Title', el.content) end,
    summary = function(el) return styled('Subtitle', el.content) end,
    publisher = function(el) return styled('Publisher', el.content) end,
    ['contents-title'] = function(el) return styled('Contents title', el.content) end,
    contents = function(el) return {styled('Contents', el.content), gap()} end,
    fact = function(el) return styled('Fact', el.content) end,
    facts = function(el)
      el.content:insert(gap())
      return el.content
    end,
    blank = function(el)
      local out = pandoc.Blocks{}
      for _ = 1, tonumber(el.attributes.ruled or '2') do out:insert(pandoc.Para{pandoc.Str('\u{a0}')}) end
      return styled('Answer line', out)
    end,
  },
  header = function(el)
    local mark = el.content[1]
    if mark and mark.t == 'Span' and mark.classes:includes('number') then
      el.content:remove(1)
      local first = el.content[1]
      if first and first.t == 'Str' then first.text = first.text:gsub('^\u{a0}', '') end
      local out = around(pandoc.Span(mark.content), {}, TAB)
      out:extend(el.content)
      el.content = out
      return el
    end
  end,
  span = {
    box = function() return ooxml(TICK) end,
    rule = function() return TAB end,
    stop = function() return TAB end,
    number = function(el) return el.content end,
    small = function(el) el.attributes['custom-style'] = 'Fine' return el end,
    foreign = function(el) el.attributes['custom-style'] = 'Fine' return el end,
    island = function(el)
      local mark = pandoc.Str(RTL and LRM or RLM)
      el.content = around(mark, el.content, mark)
      return el
    end,
  },
  table = function(el) return {el, gap()} end,
  line = function() return styled('Rule', {pandoc.Para{pandoc.Str('\u{a0}')}}) end,
}

local function html(code) return pandoc.RawInline('html', code) end

local function left(el)
  el.attributes.dir = 'ltr'
  return el
end

formats.epub3 = {
  clause = function(el)
    local first, mark = number(el.content)
    if first then first.content = around(mark, {}, pandoc.Space()) .. first.content end
    return el
  end,
  div = {
    title = function(el) return pandoc.Header(1, el.content[1].content, pandoc.Attr('start')) end,
    blank = function(el)
      local out = pandoc.Blocks{}
      for _ = 1, tonumber(el.attributes.ruled or '2') do
        out:insert(pandoc.RawBlock('html', '<p class="line">\u{a0}</p>'))
      end
      return out
    end,
  },
  span = {
    box = function() return pandoc.Str('\u{2610}') end,
    rule = function() return html('<span class="rule">\u{a0}</span>') end,
    stop = function() return pandoc.Space() end,
    island = function(el)
      if not breaks(words(el.content)) then el.classes:insert('fixed') end
      return el
    end,
  },
  code = left,
}

-- The title begins the first chapter of an e-book, so who publishes it stands below.
local function Pandoc(doc)
  local first, second = doc.blocks[1], doc.blocks[2]
  if FORMAT == 'epub3' and second and second.t == 'Header' then
    doc.blocks[1], doc.blocks[2] = second, first
    return doc
  end
end

local answers = formats[FORMAT] or formats.typst

function Meta(meta)
  RTL = meta.dir and words(meta.dir) == 'rtl' or false
end

local function Div(el)
  if el.classes:includes('clause') and answers.clause then
    return answers.clause(el, tonumber(el.attributes.depth))
  end
  for _, class in ipairs(el.classes) do
    if answers.div[class] then return answers.div[class](el, el.attributes.dir) end
  end
end

local function Header(el)
  if answers.header then return answers.header(el) end
end

local function Span(el)
  for _, class in ipairs(el.classes) do
    if answers.span[class] then return answers.span[class](el, el.attributes.dir) end
  end
end

-- Digits in every language and at every depth; letters would belong to one script.
local function OrderedList(el)
  el.listAttributes.style, el.listAttributes.delimiter = 'Decimal', 'Period'
  return el
end

local function HorizontalRule()
  if answers.line then return answers.line() end
end

-- In a PDF a table may run over pages unless a figure is around it; in Word nothing keeps what follows off it.
local function Table(el)
  if answers.table then return answers.table(el) end
end

local function Code(el)
  if answers.code then return answers.code(el) end
end

local function Image(el)
  if answers.image then return answers.image(el) end
end

return {{Meta = Meta}, {Div = Div, Header = Header, Table = Table, OrderedList = OrderedList, HorizontalRule = HorizontalRule, CodeBlock = Code, Code = Code}, {Span = Span, Image = Image}, {Pandoc = Pandoc}}
