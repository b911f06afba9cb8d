// Leaves the site at once: the button, or Shift pressed three times. Loaded only where the button stands, which works without it.
"use strict";
(() => {
  const PAUSE = 5000, PATIENCE = 250; // milliseconds between two presses, and for what is deleted before leaving
  const link = document.querySelector(".leave a"), keys = document.querySelector("#leave-keys"), said = document.querySelector(".leave [role=status]");
  const root = document.documentElement, veil = Object.assign(document.createElement("div"), { className: "veil", role: "alert" });
  let presses = 0, alone = false, timer;

  keys.hidden = false;
  link.setAttribute("aria-describedby", keys.id);

  const say = (words) => { said.textContent = words; };
  const forget = (words = "") => {
    clearTimeout(timer);
    presses = 0;
    say(words);
  };

  // What this site, or a later version of it, may have kept; each may be missing or forbidden.
  const erase = async () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      try { window[name].clear(); } catch { /* forbidden here */ }
    }
    const each = async (found, drop) => Promise.all((await found || []).map(drop));
    await Promise.allSettled([
      each(window.caches?.keys(), (name) => caches.delete(name)),
      each(navigator.serviceWorker?.getRegistrations(), (worker) => worker.unregister()),
      each(window.indexedDB?.databases?.(), ({ name }) => { indexedDB.deleteDatabase(name); }),
    ]);
  };

  const leave = async () => {
    forget();
    root.classList.add("leaving");
    document.body.append(veil);
    veil.textContent = said.dataset.leaving;
    await Promise.race([erase(), new Promise((done) => { setTimeout(done, PATIENCE); })]);
    location.assign(link.href);
  };

  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    leave();
  });

  // Shift counts when it is pressed alone: not for a capital, a selection, or to switch the keyboard with Alt or Ctrl.
  addEventListener("keydown", ({ key, repeat, ctrlKey, altKey, metaKey }) => {
    if (key === "Shift" && repeat) return;
    alone = key === "Shift" && !ctrlKey && !altKey && !metaKey;
    if (!alone) forget();
  }, true);
  addEventListener("pointerdown", () => { alone = false; }, true);
  addEventListener("keyup", ({ key }) => {
    if (key !== "Shift" || !alone) return;
    alone = false;
    clearTimeout(timer);
    presses += 1;
    if (presses === 3) return void leave();
    say(presses === 1 ? said.dataset.two : said.dataset.one);
    timer = setTimeout(forget, PAUSE, said.dataset.ended);
  }, true);

  // Whoever comes back finds the page as it was.
  addEventListener("pageshow", () => {
    veil.remove();
    root.classList.remove("leaving");
    forget();
  });
})();
