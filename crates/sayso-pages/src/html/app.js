// Keys and live updates. Every page works without this file; it only presses what is on the page already.
"use strict";
(() => {
  const lines = () => [...document.querySelectorAll("[data-line]")];
  let at = -1;

  const current = () => lines()[at];
  const move = (by) => {
    const all = lines();
    if (all.length === 0) return;
    all[at]?.classList.remove("at");
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    const line = all[at];
    line.classList.add("at");
    line.scrollIntoView({ block: "nearest" });
    const link = line.querySelector("a[href]");
    (link ?? line).focus({ preventScroll: true });
  };
  // What a key presses: something in the line that was chosen, else something on the page.
  const press = (key) => {
    const found = current()?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`[data-key="${key}"]`);
    if (!found) return false;
    if (found.tagName === "DETAILS") {
      found.open = true;
      found.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    } else {
      found.click();
    }
    return true;
  };
  const search = () => {
    const field = document.getElementById("find");
    field?.focus();
    field?.select();
  };
  const sheet = () => {
    const keys = document.getElementById("keys");
    if (!keys) return;
    keys.open = !keys.open;
    keys.scrollIntoView({ block: "nearest" });
    keys.querySelector("summary").focus();
  };
  const pages = { c: "/", a: "/articles", s: "/sources", d: "/decisions" };
  let going = false;
  const acts = {
    j: () => move(1),
    k: () => move(-1),
    "/": search,
    "?": sheet,
    g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
  };
  for (const key of ["a", "r", "e", "m", "s", "u"]) acts[key] = () => press(key);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "k") {
      event.preventDefault();
      search();
      return;
    }
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key === "Escape" && typing) typing.blur();
    if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (going && pages[event.key]) {
      location.href = pages[event.key];
      return;
    }
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // Words that are selected in the article go into the field that takes words, with the byte at which they begin.
  const around = document.querySelector("[data-words]");
  const takes = () => document.querySelector("details.form[open] [data-takes-words]");
  const bytes = (text) => new TextEncoder().encode(text).length;
  const select = () => {
    const selection = getSelection();
    const field = takes();
    if (!field || selection.isCollapsed || !around.contains(selection.anchorNode) || !around.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.setStart(around, 0);
    before.setEnd(range.startContainer, range.startOffset);
    field.value = selection.toString().trim();
    field.form.elements.near.value = Number(around.dataset.words) + bytes(before.toString());
  };
  if (around) {
    for (const hint of document.querySelectorAll("[data-selects]")) hint.hidden = false;
    around.addEventListener("mouseup", select);
    around.addEventListener("touchend", select);
    document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") select(); });
  }

  // Files are sent one after the other through the form that takes texts.
  const adding = document.querySelector("form[data-adding]");
  const send = async (files) => {
    for (const file of files) {
      const fields = new URLSearchParams(new FormData(adding));
      fields.set("text", await file.text());
      fields.set("name", file.name);
      const answer = await fetch(adding.action, { method: "POST", body: fields });
      if (!answer.ok) break;
    }
    location.href = "/add";
  };
  if (adding) {
    adding.querySelector(".files").hidden = false;
    adding.querySelector("#files").addEventListener("change", (event) => send(event.target.files));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      send(event.dataTransfer.files);
    });
  }

  // The server says when the case has changed. A page on which nobody is writing is shown anew; any other one is left alone.
  const writing = () =>
    document.querySelector("details.form[open]") || document.activeElement?.matches("input, select, textarea");
  const renew = async () => {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Asked only now: somebody may have begun to write while the page was on its way.
    if (writing()) {
      if (document.querySelector(".live")) return;
      const told = document.createElement("p");
      told.className = "live";
      told.setAttribute("role", "status");
      told.textContent = `${document.body.dataset.changed} `;
      const again = document.createElement("a");
      again.href = location.href;
      again.textContent = document.body.dataset.again;
      told.append(again);
      document.body.append(told);
      return;
    }
    document.querySelector("main").replaceWith(page.querySelector("main"));
    const chosen = at;
    at = -1;
    if (chosen >= 0) move(chosen + 1);
  };
  if (window.EventSource) {
    const events = new EventSource("/api/events");
    events.addEventListener("changed", () => renew().catch(() => {}));
    addEventListener("pagehide", () => events.close());
  }
})();
