// Choosing words on a page's picture: drawing over them, or the first and then the last. Without this script, and
// with a keyboard, the lines of the page are a list to choose from.

const form = document.querySelector("[data-choose]");
const words = [...document.querySelectorAll(".app-word")];
const [first, last] = [form.elements.first, form.elements.last];
let start = null;
let moved = false;
let open = false; // one word is chosen, and the next one chosen ends what began with it

function show(from, to) {
  const [low, high] = from < to ? [from, to] : [to, from];
  const chosen = words.filter((word) => Number(word.dataset.word) >= low && Number(word.dataset.word) <= high);
  for (const word of words) {
    word.classList.toggle("app-word--chosen", chosen.includes(word));
  }
  for (const [field, value] of [[first, low], [last, high]]) {
    field.disabled = false;
    field.value = value;
  }
  document.querySelector("#chosen").textContent = chosen.map((word) => word.dataset.text).join(" ");
}

function wordAt(event) {
  const found = document.elementFromPoint(event.clientX, event.clientY)?.closest(".app-word");
  return found ? Number(found.dataset.word) : null;
}

if (words.length) {
  document.querySelector(".app-choose").hidden = false;
}

document.addEventListener("pointerdown", (event) => {
  const word = wordAt(event);
  if (word !== null && event.pointerType !== "touch") {
    event.preventDefault();
    [start, moved] = [word, false];
  }
});

document.addEventListener("pointermove", (event) => {
  const word = start === null ? null : wordAt(event);
  if (word !== null && (moved || word !== start)) {
    moved = true;
    show(start, word);
  }
});

document.addEventListener("pointerup", () => {
  if (moved) {
    open = false;
  }
  start = null;
});

document.addEventListener("click", (event) => {
  const word = event.target.closest?.(".app-word") ? wordAt(event) : null;
  if (word === null || moved) {
    moved = false;
    return;
  }
  show(open ? Number(first.value) : word, word);
  open = !open;
});

// Lines chosen in the list stand instead of words chosen on the picture.
form.addEventListener("change", (event) => {
  if (event.target.name === "line") {
    first.disabled = last.disabled = true;
    open = false;
    for (const word of words) {
      word.classList.remove("app-word--chosen");
    }
    const ticked = [...form.querySelectorAll("[name=line]:checked")];
    document.querySelector("#chosen").textContent = ticked.map((box) => box.labels[0].textContent).join(" … ") || "nothing yet";
  }
});
