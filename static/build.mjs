// Compiles static/scss/main.scss and copies the libraries' scripts to static/built, which git ignores.
//
//   npm run build

import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, "node_modules");
const built = join(root, "static", "built");
const making = `${built}.new`;

const scripts = {
  "govuk-frontend.min.js": ["govuk-frontend", "dist/govuk/govuk-frontend.min.js"],
  "moj-frontend.min.js": ["@ministryofjustice/frontend", "moj/moj-frontend.min.js"],
  "htmx.min.js": ["htmx.org", "dist/htmx.min.js"],
};

// Made aside, so that pages of a running server keep their style until the new one is whole.
await rm(making, { recursive: true, force: true });
await mkdir(making, { recursive: true });

const { css } = compile(join(root, "static", "scss", "main.scss"), {
  loadPaths: [root, packages],
  style: "compressed",
  quietDeps: true,
});
await writeFile(join(making, "main.css"), css);

for (const [name, [library, path]] of Object.entries(scripts)) {
  const { version, license, author } = JSON.parse(await readFile(join(packages, library, "package.json"), "utf8"));
  const script = await readFile(join(packages, library, path), "utf8");
  // The maps stay behind, and a reference to a missing file would stop collectstatic.
  const unmapped = script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
  const maker = author?.name ?? author ?? "";
  await writeFile(join(making, name), `/*! ${library} ${version}, ${license} licence. ${maker} */\n${unmapped}`);
}

await rm(built, { recursive: true, force: true });
await rename(making, built);
