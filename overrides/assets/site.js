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

  const results = $("#results");
  if (results) search(results);

  function search(root) {
    const form = $("form", root), hits = $(".hits", root), count = $(".count", root);
    const more = $(".more", root), help = $(".help", root);
    const page = 10, locale = document.documentElement.lang;
    const plural = new Intl.PluralRules(locale), counts = JSON.parse(count.dataset.counts);
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
      const pagefind = await import(new URL(root.dataset.index + "pagefind.js", location.href));
      await pagefind.options({ ranking: { metaWeights: { title: 5, names: 4, forms: 0.5 } } });
      return pagefind;
    };
    const spoken = (number) => (counts[plural.select(number)] || counts.other).replace(/%\(num\)s/, number.toLocaleString(locale, { numberingSystem: "latn" }));

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
      for (const name of ["kind", "topic"]) if (form.elements[name].value) filters[name] = form.elements[name].value;
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
      clear(found.length ? spoken(found.length) : count.dataset.none.replace("{words}", words));
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
    for (const name of ["q", "kind", "topic"]) if (asked.get(name)) form.elements[name].value = asked.get(name);
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 250); });
    more.addEventListener("click", () => show(true));
    look();
  }
})();
