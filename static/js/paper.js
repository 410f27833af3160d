// Brings the marked words into view: the address leads to the top of their page. Without this script the mark is
// further down on that page.

import { follow } from "./sheet.js";

for (const sheet of document.querySelectorAll(".app-sheet")) {
  follow(sheet);
}

const mark = document.querySelector(".app-mark, .app-mark-words");

if (mark && location.hash) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.addEventListener("load", () => mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" }));
}
