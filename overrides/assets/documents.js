// What documents can do with scripts beyond what they can without.
"use strict";
(() => {
  const make = (name, attributes, ...children) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(...children);
    return element;
  };

  // The permanent address of the current version leads on, to the same clause.
  const onward = document.querySelector("a[data-onward]");
  if (onward) location.replace(onward.href + location.hash);
  const cited = document.querySelector("[data-citation]");
  if (cited) cite(cited.dataset);
  const asked = document.querySelector("form.when");
  if (asked) applied(asked);

  // The clause that the address names can be cited: its citation stands below it, to copy. The rules: hooks/knowledge/documents/citations.py.
  function cite({ citation, address, copy, copied, failed }) {
    const tools = make("div", { className: "tools" }), words = make("span"), button = make("button", { type: "button", textContent: copy });
    const said = make("output"), { lang, dir } = document.documentElement;
    Object.assign(tools, { lang, dir });
    tools.append(words, button, said);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(words.textContent);
        said.textContent = copied;
      } catch {
        getSelection().selectAllChildren(words);
        said.textContent = failed;
      }
    });
    const place = () => {
      const clause = document.getElementById(location.hash.slice(1))?.closest(".clause");
      const number = clause?.querySelector(":scope > * > .number");
      tools.remove();
      if (!number) return;
      const text = clause.closest("article");
      Object.assign(words, { lang: text.lang, dir: text.dir, textContent: citation.split("{clause}").join(number.getAttribute("aria-label")).split("{address}").join(`${address}#${clause.id}`) });
      said.textContent = "";
      clause.firstElementChild.after(tools);
    };
    addEventListener("hashchange", place);
    place();
  }

  // Which version applied on a day: the table says it too, for whoever has no scripts.
  function applied(form) {
    const day = form.querySelector("input"), said = form.querySelector("output"), rows = [...document.querySelectorAll("tr[data-since]")];
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    day.addEventListener("input", () => {
      const row = rows.find(({ dataset: { since, until } }) => since <= day.value && (!until || day.value < until));
      said.replaceChildren(!day.value ? "" : row ? row.querySelector("a").cloneNode(true) : said.dataset.none);
    });
  }

  const keeper = document.querySelector("button[data-keep]");
  if (keeper) keepAnswers(keeper, document.querySelector("button[data-open]"));

  // The answers to a form: kept as a file that the browser makes in the page, and read from it again. Nothing else leaves the page.
  function keepAnswers(keeper, opener) {
    const PLACES = ".answers :is(input, textarea)", CHOSEN = "☒", LEFT = "☐";
    const text = document.querySelector("article > .text"), { lang, dir } = text.closest("[lang]");
    const fields = [...text.querySelectorAll(PLACES)], own = keeper.dataset;
    const chooses = ({ type }) => type === "radio" || type === "checkbox";
    const say = (button, words) => { button.nextElementSibling.textContent = words; };

    // A place to write grows with what is written; paper shows all of it, or lines to write on.
    const grow = (field) => { if (!chooses(field)) (field.closest(".write") || field).dataset.text = field.value; };

    // Firefox writes ticks to disk, for the next time, unless it is told not to; in HTML only fields to type into may say so.
    for (const field of fields) if (chooses(field)) field.autocomplete = "off";

    // Leaving is held up only while something would be lost.
    const warn = (event) => { event.preventDefault(); event.returnValue = true; };
    let unsaved = false;
    const hold = (is) => { unsaved = is; (is ? addEventListener : removeEventListener)("beforeunload", warn); };

    const given = (field) => chooses(field) ? (field.checked ? CHOSEN : LEFT) : field.value;
    const written = () => {
      const copy = text.cloneNode(true);
      for (const spare of copy.querySelectorAll("[data-notice], .tools, img")) spare.remove();
      for (const link of copy.querySelectorAll("a[href]")) link.href = link.href;
      for (const [place, field] of copy.querySelectorAll(PLACES).entries())
        (field.closest(".write") || field).replaceWith(make("output", { id: field.id, dir: field.dir, textContent: given(fields[place]) }));
      const title = document.querySelector("h1"), day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long", numberingSystem: "latn" });
      const head = make("p", { textContent: own.head.replace("{day}", day) });
      head.lang = document.documentElement.lang;
      head.dir = document.documentElement.dir;
      return `<!doctype html>
<html lang="${lang}" dir="${dir}" data-document="${own.document}" data-version="${own.version}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">${make("title", { textContent: title.textContent }).outerHTML}
<style>body{max-width:40em;margin:2em auto;padding:0 1em;font:1em/1.6 system-ui,sans-serif}.answers{margin-bottom:1.5em}.answer{margin:.4em 0}
output{font-weight:700}.typed output{white-space:pre-wrap;overflow-wrap:anywhere}.chosen label{margin-inline-end:1em}small{display:block}
.typed output:empty{display:inline-block;min-width:15em;border-bottom:1px solid}.typed [dir=auto]{unicode-bidi:plaintext}</style>
${title.outerHTML}${head.outerHTML}${copy.innerHTML}`;
    };

    keeper.addEventListener("click", () => {
      const href = URL.createObjectURL(new Blob([written()], { type: "text/html" }));
      make("a", { href, download: own.keep }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60000);
      hold(false);
      say(keeper, own.done);
    });

    const read = async (file) => {
      const kept = new DOMParser().parseFromString(await file.text(), "text/html"), words = opener.dataset;
      const { document: identifier, version } = kept.documentElement.dataset;
      if (identifier !== own.document) return say(opener, words.none);
      if (unsaved && !confirm(words.replace)) return;
      for (const field of fields) {
        const answer = kept.getElementById(field.id)?.textContent || "";
        if (chooses(field)) field.checked = answer === CHOSEN;
        else field.value = answer;
        grow(field);
      }
      hold(false);
      say(opener, version === own.version ? words.done : words.other);
    };
    const chooser = make("input", { type: "file", accept: ".html,text/html", hidden: true });
    opener.parentElement.append(chooser);
    chooser.addEventListener("change", () => read(chooser.files[0]));
    opener.addEventListener("click", () => {
      chooser.value = "";
      chooser.click();
    });

    text.addEventListener("input", ({ target }) => {
      if (!fields.includes(target)) return;
      grow(target);
      hold(true);
    });
    fields.forEach(grow);
    for (const hidden of document.querySelectorAll(".keeping, .keeping > *")) hidden.hidden = false;
  }
})();
