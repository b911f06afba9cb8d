-- Print HTML (room `paper`) in each format: clauses with hanging numbers, islands, panels, fields to fill in, pictures.
-- One table of answers for each format, so that what a class means stands side by side.

local RTL = false

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

-- Longer islands may go on in the next line; shorter ones stay whole.
local function breaks(text) return utf8.len(text) > 44 end

local formats = {}

formats.typst = {
  clause = function(el, depth)
    local content = el.content
    if #content > 1 then
      local first = content:remove(1)
      content = within(block('#leads['), {first}, block(']')) .. content
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
    number = function(el)
      local heads = el.attributes.depth == '0'
      return around(inline(heads and '#head[' or '#number['), el.content, inline(heads and ']~' or ']'))
    end,
    island = function(el, dir)
      local call = breaks(words(el.content)) and '#turn' or '#island'
      return around(inline(call .. '(' .. dir .. ')['), el.content, inline(']'))
    end,
  },
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
    local out, content = pandoc.Blocks{}, el.content
    local first = content:remove(1)
    local name = 'Clause ' .. depth .. (#content > 0 and ' lead' or '')
    out:insert(pandoc.Div({first}, pandoc.Attr(el.identifier, {}, {['custom-style'] = name})))
    for _, child in ipairs(content) do
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
  span = {
    box = function() return ooxml(TICK) end,
    rule = function() return TAB end,
    stop = function() return TAB end,
    number = function(el)
      local out = pandoc.Inlines(el.content)
      out:insert(TAB)
      return out
    end,
    small = function(el) el.attributes['custom-style'] = 'Fine' return el end,
    foreign = function(el) el.attributes['custom-style'] = 'Fine' return el end,
    island = function(el)
      local mark = pandoc.Str(RTL and LRM or RLM)
      el.content = around(mark, el.content, mark)
      return el
    end,
  },
  table = function(el) return {el, gap()} end,
  emph = function(el) if RTL then return pandoc.Strong(el.content) end end,
  line = function() return styled('Rule', {pandoc.Para{pandoc.Str('\u{a0}')}}) end,
}

local function html(code) return pandoc.RawInline('html', code) end

local function left(el)
  el.attributes.dir = 'ltr'
  return el
end

formats.epub3 = {
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
    number = function(el) return {el, pandoc.Space()} end,
    island = function(el)
      if not breaks(words(el.content)) then el.classes:insert('fixed') end
      return el
    end,
  },
  code = left,
  -- The title begins the first chapter, so who publishes it stands below.
  whole = function(doc)
    local first, second = doc.blocks[1], doc.blocks[2]
    if second and second.t == 'Header' then
      doc.blocks[1], doc.blocks[2] = second, first
      return doc
    end
  end,
}

local function Meta(meta)
  RTL = meta.dir and words(meta.dir) == 'rtl' or false
end

local answers = formats[FORMAT]

local function Div(el)
  if answers.clause and el.classes:includes('clause') then
    return answers.clause(el, tonumber(el.attributes.depth))
  end
  for _, class in ipairs(el.classes) do
    if answers.div[class] then return answers.div[class](el, el.attributes.dir) end
  end
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

-- What a format does not ask for is not handed over: that costs more than everything else here.
return {
  {Meta = Meta},
  {Div = Div, OrderedList = OrderedList, Table = answers.table, HorizontalRule = answers.line, CodeBlock = answers.code},
  {Span = Span, Image = answers.image, Code = answers.code, Emph = answers.emph},
  {Pandoc = answers.whole},
}
