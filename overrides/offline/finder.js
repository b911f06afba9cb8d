// Search where there is no server: MiniSearch over the rows that lie beside the page. Speaks as Pagefind does, so that
// site.js shows what it finds. Words are folded and reduced as hooks/knowledge/wordforms.py says.
"use strict";
(() => {
  const root = document.querySelector("#results"), { least } = root.dataset, AROUND = 160; // characters on each side of the first word found
  const rules = JSON.parse(root.dataset.rules || "[]").map(([pattern, replacement]) => [new RegExp(pattern, "gu"), replacement]);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15).toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss");
  const split = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  const form = (word) => rules.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), word) + "0";
  const known = new Map(); // texts say the same words again and again
  const forms = (word) => {
    if (!known.has(word)) known.set(word, rules.length && word.length >= least ? [word, form(word)] : [word]);
    return known.get(word);
  };

  const heard = new Map();
  const said = (text) => {
    if (!heard.has(text)) heard.set(text, new Set(split(text).flatMap(forms)));
    return heard.get(text);
  };

  const joined = (text) => (fold(text).match(/\p{L}+(?:-\p{L}+)+/gu) || []).map((word) => word.replace(/-/g, "")); // e-mail is looked for as email

  let index;
  const made = () => {
    const mini = new globalThis.MiniSearch({
      fields: ["title", "summary", "text"],
      tokenize: (text) => [...split(text), ...joined(text)],
      processTerm: forms,
      searchOptions: {
        tokenize: split,
        processTerm: (word) => word,
        combineWith: "AND",
        boost: { title: 5, summary: 2 },
        prefix: (word) => word.length > 2,
        fuzzy: (word) => (/\d$/.test(word) || word.length < 7 ? 0 : 1),
      },
    });
    mini.addAll(globalThis.rows.map(([, title, summary, , , , , parts], id) => ({ id, title, summary, text: parts.map(([, words]) => words).join("\n") })));
    return mini;
  };

  const fits = ([, , , kind, topics, regions, year], filters) =>
    Object.entries(filters).every(([name, value]) => ({ kind: [kind], topic: topics, region: regions, year: [year] })[name].includes(value));
  const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

  // The words around the first of those that were found, each of them marked.
  const excerpt = (text, terms) => {
    const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].filter(([word]) => forms(fold(word)).some((near) => terms.has(near)));
    const first = found[0]?.index ?? 0, from = first > AROUND ? text.indexOf(" ", first - AROUND) + 1 : 0, until = first + AROUND;
    const to = until < text.length ? text.lastIndexOf(" ", until) : text.length;
    let told = from ? "… " : "", place = from;
    for (const { 0: word, index: at } of found.filter(({ index: at, 0: word }) => at + word.length <= to)) {
      told += `${safe(text.slice(place, at))}<mark>${safe(word)}</mark>`;
      place = at + word.length;
    }
    return told + safe(text.slice(place, Math.max(to, place))) + (to < text.length ? " …" : "");
  };

  // A long text is opened at the section that has most of the words; long words tell more than short ones.
  const shown = ([url, title, summary, kind, , , , parts], terms) => {
    const told = [["", summary], ...parts], has = told.map(([, words]) => [...terms].filter((term) => said(words).has(term)).join("").length);
    const best = told[has.indexOf(Math.max(...has))];
    return { url: best[0] ? `${url}#${best[0]}` : url, meta: { title, kind }, excerpt: excerpt(best[1], terms) };
  };

  globalThis.finder = {
    options() {},
    async search(query, { filters }) {
      index ||= made();
      const results = index.search(query, { filter: ({ id }) => fits(globalThis.rows[id], filters) });
      return { results: results.map(({ id, terms }) => ({ id, data: async () => shown(globalThis.rows[id], new Set(terms)) })) };
    },
  };
})();
