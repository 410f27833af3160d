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

// What is chosen in a filter applies at once; typed words and dates wait for the button.
document.addEventListener("change", (event) => {
  const form = event.target.closest(".app-filter form");
  if (form && event.target.matches("select, input[type=checkbox]")) {
    form.requestSubmit();
  }
});

// An address says what was chosen, and nothing of what was left alone.
document.addEventListener("htmx:configRequest", (event) => {
  for (const [name, value] of [...event.detail.formData.entries()]) {
    if (value === "") {
      event.detail.formData.delete(name);
    }
  }
});

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
