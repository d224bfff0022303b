// Makes the screenshots of the README from the sample case: node screenshots.mjs FOLDER
import { mkdirSync } from "node:fs";
import { executable, launch, serve } from "./served.mjs";

if (!executable) throw new Error("no Chromium was found; set CHROMIUM to its path");
const folder = process.argv[2] ?? "../docs/screenshots";
mkdirSync(folder, { recursive: true });
const { address, stop } = await serve();
const browser = await launch();
const json = async (path) => (await fetch(`${address}${path}.json`)).json();
const claim = (await json("/claims")).claims.find((c) => c.status === "contested");
const copy = (await json("/articles")).find((a) => a.copied_from.length);
const [source] = await json("/sources");
const pages = { ledger: "/", claim: `/claims/${claim.id}`, article: `/articles/${copy.id}`, actor: `/sources/${encodeURIComponent(source.id)}` };
for (const [name, path] of Object.entries(pages)) {
  const context = await browser.newContext({ viewport: { width: 1200, height: name === "claim" ? 1300 : 900 } });
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  await page.screenshot({ path: `${folder}/${name}.png` });
}
await browser.close();
stop();
