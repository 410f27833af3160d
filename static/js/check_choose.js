// Choosing words of a page for a new record.

import { lay } from "./sheet.js";

const picture = document.querySelector(".app-choose");
if (picture) {
  picture.hidden = false;
}
lay();
