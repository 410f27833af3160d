// Checking beside the paper. htmx swaps #checking; this brings the chosen words into view, moves the attention to the
// record, and gives its controls keys. Without it everything is there as links and forms.

import { lay } from "./sheet.js";

const KEPT = "check-keys";
const ZOOMS = [100, 140, 200, 280];
let zoom = window.matchMedia("(max-width: 48em)").matches ? 2 : 0;

function keysAreOn() {
  return localStorage.getItem(KEPT) !== "off";
}

// The answers and acts of the record, by the key that stands for each.
function control(key) {
  return document.querySelector(`#checking [data-key="${CSS.escape(key)}"]`);
}

function toMark() {
  const pane = document.querySelector("#pane");
  const mark = pane?.querySelector(".app-find--chosen rect, .app-mark-words");
  if (mark) {
    const [inside, outside] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
    pane.scrollTop += inside.top - outside.top - pane.clientHeight / 3;
    pane.scrollLeft += inside.left - outside.left - 20;
    if (mark.getBoundingClientRect().bottom > window.innerHeight) {
      document.querySelector(".app-check").scrollIntoView();
    }
  }
}

function resize() {
  const sheet = document.querySelector("#pane .app-sheet");
  if (sheet) {
    sheet.style.width = `${ZOOMS[zoom]}%`;
    toMark();
  }
}

function prepare() {
  for (const hidden of document.querySelectorAll("#keys, .app-check__zoom")) {
    hidden.hidden = false;
  }
  document.querySelector("#keys-on").checked = keysAreOn();
  for (const named of document.querySelectorAll("#checking [data-key]")) {
    const shown = named.dataset.key === "Escape" ? "Escape" : named.dataset.key;
    if (keysAreOn()) {
      named.setAttribute("aria-keyshortcuts", shown);
    } else {
      named.removeAttribute("aria-keyshortcuts");
    }
  }
  resize();
  lay();
}

// After an act the attention is where the next thing to do is; a form's first field takes it by itself.
function attend() {
  const wrong = document.querySelector("#checking .govuk-error-summary a");
  const form = document.querySelector("#checking input[name=correct]")?.form;
  const typed = form?.querySelector("[autofocus]") ?? form?.querySelector("input:not([type=hidden]), select, textarea");
  (wrong ?? typed ?? document.querySelector("[data-focus]")).focus({ preventScroll: true });
  const record = document.querySelector("#record");
  if (record.getBoundingClientRect().top < 0 || record.getBoundingClientRect().top > window.innerHeight / 2) {
    const narrow = window.matchMedia("(max-width: 61.25em)").matches;
    (narrow ? document.querySelector(".app-check__paper") : document.querySelector("#checking")).scrollIntoView();
  }
}

if (document.querySelector("#checking")) {
  prepare();
  // Opened by its address, whose fragment keeps a browser from heeding autofocus
  if (document.querySelector("#checking input[name=correct], #checking .govuk-error-summary")) {
    attend();
  }
  document.querySelector("#pane img")?.addEventListener("load", toMark);
}

document.addEventListener("htmx:afterSettle", (event) => {
  if (document.querySelector("#checking") && event.detail.target.id !== "keys") {
    prepare();
    attend();
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-zoom]");
  if (button) {
    zoom = Math.min(Math.max(zoom + Number(button.dataset.zoom), 0), ZOOMS.length - 1);
    resize();
  }
});

document.addEventListener("change", (event) => {
  if (event.target.id === "keys-on") {
    localStorage.setItem(KEPT, event.target.checked ? "on" : "off");
    prepare();
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  const escape = event.key === "Escape";
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || (typing && !escape)) {
    return;
  }
  if (!escape && !keysAreOn()) {
    return;
  }
  if (event.key === "?") {
    const keys = document.querySelector("#keys");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
    event.preventDefault();
    return;
  }
  const found = control(event.key);
  if (found) {
    event.preventDefault();
    found.click();
    found.parentElement.querySelector("input[type=text]")?.focus();
  }
});
