// Uploads papers as soon as they are chosen or dropped, a row and a progress bar for each. Without this script the
// form sends its files by its button. What becomes of a paper after that, htmx asks the server for.

const AT_ONCE = 3;
const AWAY = "The service is away for a moment. Choose the file again in a minute.";
const NOT_TAKEN = "It could not be uploaded. Load this page again, sign in if you are asked to, and choose it again.";

const form = document.querySelector("[data-upload]");
const rows = document.querySelector("#rows");
const said = document.querySelector("#said");
const waiting = [];
let busy = 0;

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function size(bytes) {
  return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

// A row for a file on its way, with its bar.
function rowFor(file) {
  const row = element("li", "app-upload");
  const name = element("div", "app-upload__file", `${file.name} `);
  name.append(element("span", "app-quiet app-nowrap", size(file.size)));
  const state = element("div", "app-upload__state");
  const bar = element("progress", "app-progress");
  bar.max = 100;
  bar.setAttribute("aria-label", `Uploading ${file.name}`);
  state.append(element("strong", "govuk-tag govuk-tag--grey", "Uploading"), " ", bar);
  row.append(name, state);
  rows.prepend(row);
  return row;
}

function refuse(row, sentence) {
  row.classList.add("app-upload--refused");
  row
    .querySelector(".app-upload__state")
    .replaceChildren(element("strong", "govuk-tag govuk-tag--red", "Not uploaded"), element("p", "app-upload__said", sentence));
}

// The server's own row in place of ours; a paper that has a row already keeps one.
function show(row, html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  const theirs = template.content.firstElementChild;
  const older = theirs.id ? document.getElementById(theirs.id) : null;
  row.replaceWith(theirs);
  older?.remove();
  window.htmx?.process(theirs);
}

function send({ file, row }) {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.append("files", file);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) {
      row.querySelector("progress").value = (100 * event.loaded) / event.total;
    }
  });
  request.addEventListener("load", () => {
    if (request.responseURL !== form.action || request.status !== 200) {
      refuse(row, request.status === 503 ? AWAY : NOT_TAKEN);
    } else {
      show(row, request.responseText);
    }
  });
  request.addEventListener("error", () => refuse(row, "The connection was lost. Choose the file again."));
  request.addEventListener("loadend", () => {
    busy -= 1;
    next();
  });
  request.open("POST", form.action);
  request.setRequestHeader("HX-Request", "true");
  request.send(body);
}

function next() {
  while (busy < AT_ONCE && waiting.length) {
    busy += 1;
    send(waiting.shift());
  }
  const left = busy + waiting.length;
  if (left) {
    said.textContent = `${left} ${left === 1 ? "file is" : "files are"} being uploaded. Stay on this page until then.`;
  } else {
    document.body.dispatchEvent(new Event("uploaded"));
  }
}

function take(files) {
  for (const file of files) {
    const row = rowFor(file);
    if (file.size > Number(form.dataset.limit)) {
      refuse(row, form.dataset.tooLarge);
    } else {
      waiting.push({ file, row });
    }
  }
  next();
}

// The field becomes a place to drop files on, as the Ministry of Justice's pattern has it.
function enhance() {
  const field = form.querySelector("[type=file]");
  const zone = element("div", "moj-multi-file-upload__dropzone app-dropzone");
  const label = element("label", "govuk-button govuk-button--secondary", "Choose files");
  label.htmlFor = field.id;
  field.before(zone);
  zone.append(element("p", "govuk-body", "Drag and drop papers here, or"), field, label);
  form.classList.add("moj-multi-file-upload--enhanced");
  field.addEventListener("change", () => {
    take([...field.files]);
    field.value = "";
  });
  field.addEventListener("focus", () => label.classList.add("moj-multi-file-upload--focused"));
  field.addEventListener("blur", () => label.classList.remove("moj-multi-file-upload--focused"));
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("moj-multi-file-upload--dragover");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("moj-multi-file-upload--dragover"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("moj-multi-file-upload--dragover");
    take([...event.dataTransfer.files]);
  });
}

if (form && window.FormData && "draggable" in form) {
  enhance();
  window.addEventListener("beforeunload", (event) => {
    if (busy) {
      event.preventDefault();
    }
  });
}
