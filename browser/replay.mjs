// Does ReplayWeb.page show what `sayso export --format wacz` wrote? A case with one page is exported, and its archive opened in a Chromium
// through ReplayWeb.page's service worker, everything on this machine. ReplayWeb.page (AGPL) is no part of the project: it is named by its
// folder, `npm pack replaywebpage` gives it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary, executable, launch, run } from "./served.mjs";

const player = process.argv[2];
if (!executable || !player) {
  console.log("SKIPPED: needs Chromium and the folder of ReplayWeb.page: node replay.mjs FOLDER");
  process.exit(0);
}

const page = "https://quay.example/2026/shut";
const words = "The quay is shut until the divers are done, the harbour master said on Monday.";
const folder = mkdtempSync(join(tmpdir(), "sayso-replay-"));
const archive = join(folder, "case.wacz");

/** A case with one page that names its address, exported. */
function exported() {
  const html = `<!doctype html><html lang=en><head><title>Quay shut</title><link rel=canonical href="${page}"></head><body><article>
    <h1>Quay shut</h1><p>${words}</p></article></body></html>`;
  writeFileSync(join(folder, "quay.html"), html);
  run("init", join(folder, "case"));
  run("add", "--case", join(folder, "case"), join(folder, "quay.html"));
  const out = openSync(archive, "w");
  execFileSync(binary, ["export", "--case", join(folder, "case"), "--format", "wacz"], { stdio: ["ignore", out, "pipe"] });
  closeSync(out);
}

const embedding = `<!doctype html><script src="/ui.js"></script>
  <replay-web-page source="/case.wacz" url="${page}" replayBase="/replay/" embed="replayonly" style="display:block;height:90vh"></replay-web-page>`;

/** Serves the archive, the player and the page that embeds it; the player asks for parts of the archive. */
function serve() {
  const files = {
    "/": ["text/html", embedding],
    "/ui.js": ["text/javascript", readFileSync(join(player, "ui.js"))],
    "/replay/ui.js": ["text/javascript", readFileSync(join(player, "ui.js"))],
    "/replay/sw.js": ["text/javascript", readFileSync(join(player, "sw.js"))],
    "/case.wacz": ["application/wacz", readFileSync(archive)],
  };
  const server = createServer((request, response) => {
    const [type, content] = files[new URL(request.url, "http://x").pathname] ?? [];
    if (!type) return response.writeHead(404).end();
    const bytes = Buffer.from(content);
    const range = request.headers.range?.match(/^bytes=(\d*)-(\d*)$/);
    const headers = { "Content-Type": type, "Accept-Ranges": "bytes" };
    if (!range) return response.writeHead(200, { ...headers, "Content-Length": bytes.length }).end(request.method === "HEAD" ? "" : bytes);
    const last = bytes.length - 1;
    const [from, to] = range[1] ? [Number(range[1]), Math.min(Number(range[2] || last), last)] : [Math.max(bytes.length - Number(range[2]), 0), last];
    response.writeHead(206, { ...headers, "Content-Range": `bytes ${from}-${to}/${bytes.length}`, "Content-Length": to - from + 1 });
    response.end(request.method === "HEAD" ? "" : bytes.subarray(from, to + 1));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** The text of the frame that shows the archived page, once it is there. */
async function shown(opened) {
  for (let waited = 0; waited < 60_000; waited += 500) {
    for (const frame of opened.frames().filter((f) => f.url().includes(page))) {
      const text = await frame.locator("body").innerText({ timeout: 1_000 }).catch(() => "");
      if (text) return text;
    }
    await opened.waitForTimeout(500);
  }
  throw new Error(`the page was not shown; frames: ${opened.frames().map((f) => f.url()).join(", ")}`);
}

exported();
const server = await serve();
const browser = await launch();
try {
  const opened = await browser.newPage();
  await opened.goto(`http://127.0.0.1:${server.address().port}/`);
  const text = await shown(opened);
  assert.ok(text.includes(words), text);
  assert.ok(text.includes("Quay shut"), text);
  console.log(`ReplayWeb.page shows the exported page: ${text.split(/\s+/).length} words`);
} finally {
  await browser.close();
  server.close();
}
