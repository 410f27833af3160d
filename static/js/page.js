// Starts the design system's behaviour. It works on pages that say they run in a browser that can.

import { initAll } from "../built/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// On a narrow screen the results matter more than the filter, unless a filter was just used.
for (const filter of document.querySelectorAll("details.app-filter[open]:not([data-used])")) {
  if (window.matchMedia("(max-width: 48em)").matches) {
    filter.open = false;
  }
}

// A menu closes when the attention leaves it.
for (const menu of document.querySelectorAll("details.app-account")) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
