// The one script of the site: everything works without it, except searching the full text.
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const make = (name, attributes = {}, ...children) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(...children);
    return element;
  };

  // Switching language stays at the same section: ids are equal in all languages.
  const keepPlace = () => {
    for (const link of document.querySelectorAll("a[data-same-place]")) link.hash = location.hash;
  };
  addEventListener("hashchange", keepPlace);
  keepPlace();

  // With scripts, the search field leads to the search page instead of the site map.
  for (const form of document.querySelectorAll("form[data-search]")) form.action = form.dataset.search;

  // The list of headings covers the text on phones: choosing one closes it.
  for (const link of document.querySelectorAll("#contents a")) link.addEventListener("click", () => $("#contents").hidePopover?.());

  // Words for a count, in the plural form of the language: %(num)s and its like are filled in.
  const locale = document.documentElement.lang, plural = new Intl.PluralRules(locale);
  const digits = (number) => number.toLocaleString(locale, { numberingSystem: "latn" });
  const counted = (element, number, values = {}) => {
    const forms = JSON.parse(element.dataset.counts);
    return (forms[plural.select(number)] || forms.other).replace(/%\((\w+)\)s/g, (_, name) => digits(values[name] ?? number));
  };

  const results = $("#results");
  if (results) search(results);
  const archive = $(".listing[data-more]");
  if (archive) list(archive);

  // A list of articles: more on request and on scroll, narrowed by choices. Its cards come from the plain further pages.
  function list(root) {
    const cards = $(".cards", root), status = $(".count", root), form = $("form.facets"), step = cards.children.length;
    const link = $("a.more", root) || root.appendChild(make("a", { className: "more onward", href: root.dataset.more, hidden: true }));
    const pages = new Map(), own = [...cards.children], each = Number(root.dataset.each);
    let base = new URL(root.dataset.more, location.href), order = null, total = Number(root.dataset.count), shown = step;
    let rest = 4, turn = 0, busy = false;

    const page = async (number) => {
      const url = new URL(`../${number}/`, base);
      if (!pages.has(url.href)) pages.set(url.href, fetch(url).then((answer) => answer.ok ? answer.text() : Promise.reject()).then((text) => {
        const { documentElement: top } = new DOMParser().parseFromString(text, "text/html");
        return [...top.querySelectorAll(".card")].map((card) => {
          for (const title of card.querySelectorAll("h2")) title.replaceWith(make("h3", { dir: title.dir }, ...title.childNodes));
          for (const anchor of card.querySelectorAll("a")) anchor.href = new URL(anchor.getAttribute("href"), url);
          return Object.assign(card, top.lang === locale ? {} : { lang: top.lang, dir: top.dir });
        });
      }));
      return pages.get(url.href);
    };
    const at = async (place) => (await page(Math.floor(place / each) + 1))[place % each].cloneNode(true);

    const tell = () => {
      link.hidden = shown >= total;
      status.textContent = total ? counted(status, total, { last: shown }) : status.dataset.none;
    };
    const more = async (count = step) => {
      if (busy || shown >= total) return;
      busy = true;
      const mine = turn, places = Array.from({ length: Math.min(count, total - shown) }, (_, i) => order ? order[shown + i] : shown + i);
      try {
        const added = await Promise.all(places.map(at));
        if (mine !== turn) return;
        const focused = document.activeElement === link;
        cards.append(...added);
        shown += added.length;
        tell();
        if (focused && link.hidden) $("a", added[0]).focus();
        remember();
      } catch {
        pages.clear();
        rest = 0;
        status.textContent = status.dataset.failed;
      } finally {
        busy = false;
      }
    };

    // Back leads to the same place: the browser's own history entry remembers how much was shown, nothing is stored.
    const remember = () => history.replaceState({ shown, y: scrollY }, "");
    const restore = async ({ shown: before = 0, y = 0 } = {}) => {
      await more(before - shown);
      scrollTo({ top: y, behavior: "instant" });
    };
    addEventListener("pagehide", remember);
    link.addEventListener("click", (event) => { event.preventDefault(); more(); });
    // Not for whoever moves by keyboard: cards that come by themselves would push what they are on out of sight.
    const byKeyboard = () => $(":focus-visible") !== null;
    new IntersectionObserver(([seen]) => { if (seen.isIntersecting && !link.hidden && !byKeyboard() && rest-- > 0) more(); }).observe(link);

    const before = history.state;
    history.scrollRestoration = before?.shown > step ? "manual" : "auto";
    if (form) narrow().then(() => before?.shown > step && restore(before));
    else if (before?.shown > step) restore(before);

    async function narrow() {
      const facets = ["topic", "region", "year"], fields = form.elements, indexes = new Map();
      const asked = new URLSearchParams(location.search);
      for (const name of [...facets, "language"]) if (fields[name] && asked.get(name)) fields[name].value = asked.get(name);
      const index = (url) => indexes.get(url) || indexes.set(url, fetch(url).then((answer) => answer.json())).get(url);
      const look = async (first) => {
        const mine = ++turn, chosen = fields.language?.selectedOptions[0];
        const values = Object.fromEntries(facets.map((name) => [name, fields[name].value]).filter(([, value]) => value));
        const query = new URLSearchParams({ ...values, ...(fields.language?.value && { language: fields.language.value }) });
        if (!first) history.replaceState({}, "", query.size ? "?" + query : location.pathname);
        const { topics, regions, rows } = await index(new URL(chosen?.dataset.index || "index.json", location.href).href);
        if (mine !== turn) return;
        const has = ([year, inTopics, inRegions], name, value) => name === "year" ? String(year) === value
          : (name === "topic" ? inTopics : inRegions).includes((name === "topic" ? topics : regions).indexOf(value));
        const fits = (row, but) => facets.every((name) => name === but || !values[name] || has(row, name, values[name]));
        for (const name of facets) for (const option of fields[name].options) if (option.value)
          option.text = `${option.dataset.label} (${digits(rows.filter((row) => fits(row, name) && has(row, name, option.value)).length)})`;
        base = new URL(chosen?.dataset.more || root.dataset.more, location.href);
        order = rows.flatMap((row, place) => fits(row) ? [place] : []);
        total = order.length;
        shown = 0;
        busy = false;
        if (query.size) cards.replaceChildren();
        else { cards.replaceChildren(...own); shown = own.length; }
        rest = 4;
        tell();
        if (!shown) await more();
      };
      form.hidden = false;
      form.addEventListener("change", () => look());
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("reset", () => setTimeout(look));
      if ([...asked.keys()].length) await look(true);
    }
  }

  function search(root) {
    const form = $("form", root), hits = $(".hits", root), count = $(".count", root);
    const more = $(".more", root), help = $(".help", root);
    const page = 10, chooses = ["kind", "topic", "region", "year"];
    const names = Object.fromEntries([...form.elements.kind.options].map((option) => [option.value, option.text]));
    let index, found = [], shown = 0, turn = 0, timer;

    // The same rules as hooks/knowledge/wordforms.py: the bare forms of the words, for what the stemmer misses.
    const rules = JSON.parse(root.dataset.rules || "[]").map(([pattern, replacement]) => [new RegExp(pattern, "gu"), replacement]);
    const bareForms = (text) => {
      const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15).toLowerCase()
        .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss");
      const kept = rules.length ? (plain.match(/[\p{L}\p{N}]+/gu) || []).filter((word) => word.length >= root.dataset.least) : [];
      return kept.map((word) => rules.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), word) + "0").join(" ");
    };

    const load = () => (index ||= start());
    const start = async () => {
      const pagefind = globalThis.finder || await import(new URL(root.dataset.index + "pagefind.js", location.href)); // a finder: overrides/offline/
      await pagefind.options({ ranking: { metaWeights: { title: 5, names: 4, forms: 0.5 } } });
      return pagefind;
    };

    const hit = (data) => {
      const excerpt = make("p");
      for (const [place, part] of data.excerpt.split(/<\/?mark>/).entries()) excerpt.append(place % 2 ? make("mark", {}, text(part)) : text(part));
      return make("li", {},
        make("h2", {}, make("a", { href: data.url }, data.meta.title)),
        make("p", { className: "quiet" }, names[data.meta.kind] || names.page),
        excerpt);
    };
    const text = (html) => new DOMParser().parseFromString("<body>" + html, "text/html").body.textContent;

    const show = async (focus) => {
      const mine = turn, next = found.slice(shown, shown + page);
      const items = (await Promise.all(next.map((result) => result.data()))).map(hit);
      if (mine !== turn) return;
      hits.append(...items);
      shown += next.length;
      more.hidden = shown >= found.length;
      root.setAttribute("aria-busy", "false");
      if (focus && items.length) $("a", items[0]).focus();
    };

    const look = async () => {
      clearTimeout(timer);
      const mine = ++turn, words = form.elements.q.value.trim();
      const filters = {};
      for (const name of chooses) if (form.elements[name].value) filters[name] = form.elements[name].value;
      history.replaceState(null, "", words ? "?" + new URLSearchParams({ q: words, ...filters }) : location.pathname);
      found = words ? found : [];
      if (!words) return clear("");
      root.setAttribute("aria-busy", "true");
      try {
        const pagefind = await load();
        const results = (await pagefind.search(words.replace(/(^|\s)\p{L}{1,2}['’]/gu, "$1"), { filters })).results;
        const forms = results.length < page && bareForms(words);
        const near = forms ? (await pagefind.search(forms, { filters })).results : [];
        if (mine !== turn) return;
        const seen = new Set(results.map((result) => result.id));
        found = [...results, ...near.filter((result) => !seen.has(result.id))];
      } catch {
        found = [];
        return clear(count.dataset.failed);
      }
      clear(found.length ? counted(count, found.length) : count.dataset.none.replace("{words}", words));
      help.hidden = found.length > 0;
      await show(false);
    };
    const clear = (message) => {
      hits.replaceChildren();
      shown = 0;
      more.hidden = help.hidden = true;
      count.textContent = message;
      root.setAttribute("aria-busy", found.length > 0);
    };

    const asked = new URLSearchParams(location.search);
    for (const name of ["q", ...chooses]) if (asked.get(name)) form.elements[name].value = asked.get(name);
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 250); });
    more.addEventListener("click", () => show(true));
    look();
  }
})();
