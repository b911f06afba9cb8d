/* The preview follows its files: a page is loaded again when another one was made, and while it is looked at.
   Links to languages that are left out of this preview say so. */

const own = document.currentScript.dataset;
const roots = own.roots.split(" ").filter(Boolean);
const asking = Math.floor(Math.random() * 1e9);
let waiting = null;

async function follow() {
  waiting = new AbortController();
  try {
    const answer = await fetch(`/livereload/${own.epoch}/${asking}`, { signal: waiting.signal });
    if (answer.ok && Number(await answer.text()) > Number(own.epoch)) {
      location.reload();
    } else {
      setTimeout(look, answer.ok ? 0 : 1000);
    }
  } catch (fault) {
    if (fault.name !== "AbortError") setTimeout(look, 1000);
  }
}

function look() {
  waiting?.abort();
  if (document.visibilityState === "visible") follow();
}

function mark(link) {
  const path = new URL(link.href).pathname;
  const root = roots.find((each) => path.startsWith(each)) ?? "";
  const only = roots.includes(own.only) ? own.only : "";
  if (link.origin === location.origin && root !== only) {
    link.classList.add("preview-absent");
    link.title = own.absent;
  }
}

if (own.only) document.querySelectorAll("a[href]").forEach(mark);
document.addEventListener("visibilitychange", look);
look();
