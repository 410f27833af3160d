// A page of a paper: its words lie over its picture as text that is selected like any other, by mouse, by touch or
// with the arrow keys. What is selected goes into the form that makes a record of it. While the picture is being
// drawn, the words are shown instead. Without this script the page's words are a list to choose from.

const AGAIN = 1000; // milliseconds until a picture is asked for again that a worker is still drawing
const MOST = 20;
const fetched = new Map();

function wordsOf(sheet) {
  const address = sheet.dataset.words;
  if (!fetched.has(address)) {
    const answered = fetch(address).then((answer) => (answer.ok ? answer.text() : ""));
    fetched.set(address, answered.catch(() => "")); // the page was left meanwhile
  }
  return fetched.get(address);
}

export function follow(sheet) {
  const picture = sheet.querySelector("img");
  let asked = 0;
  const again = () => {
    asked += 1;
    if (asked < MOST && picture.isConnected) {
      setTimeout(() => (picture.src = picture.getAttribute("src")), AGAIN);
    }
  };
  if (picture.complete && picture.naturalWidth) {
    return;
  }
  sheet.classList.add("app-sheet--waiting");
  picture.addEventListener("load", () => sheet.classList.remove("app-sheet--waiting"), { once: true });
  picture.addEventListener("error", again);
  if (picture.complete) {
    again();
  }
}

// Words that stand in a record's mark lead to the record when they are clicked, as the mark under them does.
function lead(sheet) {
  const marks = [...sheet.querySelectorAll("a.app-find")].reverse();
  const boxes = marks.flatMap((mark) => [...mark.querySelectorAll("rect")].map((box) => [mark, box.getBoundingClientRect()]));
  for (const word of sheet.querySelectorAll(".app-word")) {
    const { left, right, top, bottom } = word.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const over = boxes.find(([, box]) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
    if (over) {
      word.dataset.leads = over[0].getAttribute("href");
    }
  }
}

export async function lay() {
  const sheet = document.querySelector(".app-sheet[data-words]");
  if (!sheet) {
    return;
  }
  follow(sheet);
  const words = await wordsOf(sheet);
  if (sheet.isConnected && words && !sheet.querySelector(".app-sheet__words")) {
    sheet.insertAdjacentHTML("beforeend", words);
    lead(sheet);
  }
}

// --- choosing ---------------------------------------------------------------------------------------------------------

let anchor = -1; // the word with which choosing began, and the one it has come to
let cursor = -1;

function all() {
  return [...document.querySelectorAll(".app-sheet__words .app-word")];
}

function form() {
  return document.querySelector("[data-choose]");
}

function paint(chosen) {
  document.querySelector(".app-sheet__chosen")?.remove();
  if (!chosen.length) {
    return;
  }
  const space = "http://www.w3.org/2000/svg";
  const group = document.createElementNS(space, "g");
  group.setAttribute("class", "app-sheet__chosen");
  for (const word of chosen) {
    const box = document.createElementNS(space, "rect");
    const { x, y, width, height } = word.getBBox();
    for (const [name, value] of Object.entries({ x, y, width, height })) {
      box.setAttribute(name, value);
    }
    if (word.hasAttribute("transform")) {
      box.setAttribute("transform", word.getAttribute("transform"));
    }
    group.append(box);
  }
  chosen[0].ownerSVGElement.prepend(group);
}

// What is chosen goes into the form: the numbers of its first and last word, and what a person is told.
function take(first, last, said) {
  const fields = form().elements;
  for (const [field, number] of [[fields.first, first], [fields.last, last]]) {
    field.disabled = number === null;
    field.value = number ?? "";
  }
  document.querySelector("#chosen").textContent = said || "nothing yet";
  if (form().hasAttribute("data-appears")) {
    form().hidden = !said;
  }
}

function choose(chosen) {
  if (form()) {
    paint(chosen);
    const number = (word) => (word ? Number(word.dataset.word) : null);
    take(number(chosen[0]), number(chosen.at(-1)), chosen.map((word) => word.textContent).join(" "));
  }
}

// The words of which at least one letter is selected.
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) {
    return [];
  }
  const range = selection.getRangeAt(0);
  const touched = all().filter((word) => selection.containsNode(word, true));
  if (touched[0]?.contains(range.startContainer) && range.startOffset === range.startContainer.length) {
    touched.shift();
  }
  if (touched.at(-1)?.contains(range.endContainer) && range.endOffset === 0) {
    touched.pop();
  }
  return touched;
}

// The numbers of the first and the last word of a selection in paragraphs; none where it is elsewhere.
function selectedInParagraphs() {
  const selection = getSelection();
  const [from, to] = [selection.anchorNode, selection.focusNode].map((node) => node?.parentElement?.closest("#pane [data-first]"));
  if (!from || !to || selection.isCollapsed) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const before = (node, offset) => {
    const whole = document.createRange();
    const paragraph = node.parentElement.closest("[data-first]");
    whole.setStart(paragraph, 0);
    whole.setEnd(node, offset);
    const words = whole.toString();
    return { at: Number(paragraph.dataset.first), count: words.split(/\s+/).filter(Boolean).length, words };
  };
  const begin = before(range.startContainer, range.startOffset);
  const end = before(range.endContainer, range.endOffset);
  const within = /\S$/.test(begin.words) && /^\S/.test(range.toString());
  const [first, last] = [begin.at + begin.count - (within ? 1 : 0), end.at + end.count - 1];
  return first <= last ? { first, last, said: selection.toString().trim() } : null;
}

function select(words, from, to) {
  const [first, last] = from <= to ? [words[from], words[to]] : [words[to], words[from]];
  getSelection().setBaseAndExtent(first.firstChild, 0, last.firstChild, last.firstChild.length);
}

function note() {
  const chosen = selected();
  const words = chosen.length ? null : selectedInParagraphs();
  if (chosen.length) {
    choose(chosen);
  } else if (words && form()) {
    take(words.first, words.last, words.said);
  }
}

// While the pointer still draws, nothing may come between it and the words.
let drawing = false;

document.addEventListener("pointerdown", () => (drawing = true));
for (const over of ["pointerup", "pointercancel"]) {
  document.addEventListener(over, () => {
    drawing = false;
    note();
  });
}
document.addEventListener("selectionchange", () => {
  if (!drawing) {
    note();
  }
});

// A click chooses the first word and then the last where words are all that a click can mean.
let open = false;

document.addEventListener("click", (event) => {
  const word = event.target.closest?.(".app-word");
  if (!word || selected().length > 1) {
    return;
  }
  if (word.dataset.leads) {
    location.assign(word.dataset.leads);
    return;
  }
  const words = all();
  cursor = words.indexOf(word);
  anchor = open ? anchor : cursor;
  open = !open;
  select(words, anchor, cursor);
});

// --- with the keyboard ------------------------------------------------------------------------------------------------

function beside(words, from, down) {
  const here = words[from].getBoundingClientRect();
  const middle = (box) => (box.top + box.bottom) / 2;
  const away = words.map((word, index) => {
    const box = word.getBoundingClientRect();
    const lower = down * (middle(box) - middle(here));
    return { index, lower, aside: Math.abs(box.left - here.left) };
  }).filter(({ lower }) => lower > (here.bottom - here.top) / 2);
  const nearest = Math.min(...away.map(({ lower }) => lower));
  const line = away.filter(({ lower }) => lower < nearest + (here.bottom - here.top) / 2);
  return line.sort((one, other) => one.aside - other.aside)[0]?.index ?? from;
}

const STEPS = {
  ArrowRight: (words, from) => Math.min(from + 1, words.length - 1),
  ArrowLeft: (words, from) => Math.max(from - 1, 0),
  ArrowDown: (words, from) => beside(words, from, 1),
  ArrowUp: (words, from) => beside(words, from, -1),
};

document.addEventListener("keydown", (event) => {
  if (!event.target.closest(".app-check__pane") || event.ctrlKey || event.metaKey || event.altKey || !form()) {
    return;
  }
  const words = all();
  if (event.key === "Enter" && selected().length) {
    event.preventDefault();
    form().querySelector("button").focus();
  } else if (STEPS[event.key] && words.length) {
    event.preventDefault();
    cursor = cursor < 0 || cursor >= words.length ? 0 : STEPS[event.key](words, cursor);
    anchor = event.shiftKey && anchor >= 0 ? anchor : cursor;
    select(words, anchor, cursor);
    words[cursor].scrollIntoView({ block: "nearest", inline: "nearest" });
  }
});

// Lines chosen in the list stand instead of words chosen on the picture.
document.addEventListener("change", (event) => {
  if (event.target.name === "line" && event.target.form === form()) {
    getSelection().removeAllRanges();
    choose([]);
    const ticked = [...form().querySelectorAll("[name=line]:checked")];
    const said = ticked.map((box) => box.labels[0].textContent).join(" … ");
    document.querySelector("#chosen").textContent = said || "nothing yet";
  }
});
