// Whether a file is one of ours: its fingerprint is computed in the browser and compared with the list; the file goes nowhere.
"use strict";
(() => {
  const box = document.querySelector(".check"), field = box.querySelector("input"), verdict = box.querySelector(".verdict");
  const print = box.querySelector(".print"), hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const look = async (file) => {
    if (!file) return;
    try {
      const digest = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      const list = box.dataset.list ?? await (await fetch(box.dataset.sums)).text(); // a copy of the site holds its list itself
      const ours = list.split("\n").find((line) => line.startsWith(digest + " "));
      const name = document.createElement("bdi");
      name.dir = "ltr";
      name.textContent = ours ? " " + ours.slice(66).split("/").pop() : "";
      verdict.replaceChildren(ours ? verdict.dataset.ours : verdict.dataset.not, " ", name);
      verdict.className = ours ? "verdict ours" : "verdict other";
      print.textContent = digest;
    } catch {
      verdict.textContent = verdict.dataset.failed;
    }
  };
  field.addEventListener("change", () => look(field.files[0]));
  box.addEventListener("dragover", (event) => event.preventDefault());
  box.addEventListener("drop", (event) => { event.preventDefault(); look(event.dataTransfer.files[0]); });
  box.hidden = false;
})();
