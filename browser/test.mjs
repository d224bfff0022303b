// What a person does with the pages, in a real browser: looking, deciding, undoing; by keys, without a script, on a phone.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { executable, launch, open, run, serve } from "./served.mjs";

if (!executable) {
  console.log("SKIPPED: no Chromium was found; set CHROMIUM to its path");
  process.exit(0);
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { address, folder, stop } = await serve();
const browser = await launch();
const json = async (path) => (await fetch(`${address}${path}.json`)).json();
const tests = [];
const test = (name, body) => tests.push([name, body]);

const ledger = async () => (await json("/claims")).claims;
const contested = async () => (await ledger()).find((c) => c.status === "contested");
const statements = async (claim, stance) => (await json(`/claims/${claim}`)).all_statements.filter((s) => s.stance === stance);

/** A page in a context of its own; whatever a script complains of fails the test. */
async function page(options = {}) {
  const context = await browser.newContext(options);
  const opened = await context.newPage();
  opened.on("pageerror", (error) => { throw error; });
  opened.on("console", (message) => { if (message.type() === "error") opened.complaints = [...(opened.complaints ?? []), message.text()]; });
  return opened;
}

/** Asks for a second reading of a statement, once. */
async function ask(statement) {
  if ((await json("/second")).open.some((o) => o.statement === statement)) return;
  const p = await page({ javaScriptEnabled: false });
  await p.goto(`${address}/statements/${statement}`);
  const form = p.locator("details.form", { has: p.locator('summary:text-is("Ask for a second reading")') });
  await form.locator("summary").click();
  await form.locator("button[type=submit]").click();
  assert.equal(await p.locator(".done").count(), 1);
  await p.context().close();
}

const everyPage = async () => {
  const claims = await ledger();
  const articles = await json("/articles");
  const copy = articles.find((a) => a.copied_from.length) ?? articles[0];
  const revised = articles.find((a) => a.revisions > 1) ?? articles[0];
  const sources = await json("/sources");
  const drifted = [];
  for (const claim of claims.slice(0, 12)) if ((await json(`/claims/${claim.id}`)).drift.length) drifted.push(claim);
  const [said] = await statements((await contested()).id, "asserts");
  await ask(said.id);
  return [
    "/", "/?all=true&group=status", "/?group=actor&sort=latest", `/claims/${(await contested()).id}`, ...drifted.slice(0, 1).map((c) => `/claims/${c.id}`),
    "/articles", `/articles/${copy.id}`, `/articles/${revised.id}`, `/captures/${copy.id}`, "/sources",
    `/sources/${encodeURIComponent(sources[0].id)}`, "/table", "/map", "/calendar", "/changes", "/changes?since=2031-03-05T22:00:00Z", "/decisions", "/second", `/second/${said.id}`, "/add",
    "/search?q=containers", `/statements/${said.id}`, "/claims/c0", "/sign-in",
  ];
};

test("from the ledger by way of a claim and an article to the capture and its proof", async () => {
  const p = await page();
  await p.goto(address);
  await p.locator("th.claim a").first().click();
  assert.match(p.url(), /\/claims\/c/);
  await p.locator("ul.statements a[data-key=open]").first().click();
  assert.match(p.url(), /\/articles\/a.*#s/);
  assert.ok(await p.locator("mark.content").count() > 0);
  await p.locator("dl.known a", { hasText: "proof" }).click();
  assert.match(p.url(), /\/captures\//);
  assert.ok(await p.getByText("holds: these hashes lead from the leaf to the root").count() > 0);
});

test("rejecting every denial in the browser moves the status, and undoing moves it back", async () => {
  const p = await page();
  const claim = await contested();
  await p.goto(`${address}/claims/${claim.id}`);
  const against = [...await statements(claim.id, "denies"), ...await statements(claim.id, "doubts")];
  for (const s of against) await p.locator(`button[name=reject][value="${s.id}"]`).click();
  const moved = (await json(`/claims/${claim.id}`)).status;
  assert.notEqual(moved, "contested");
  assert.ok(await p.locator(`.done .status.${moved}`).count() > 0, "the page tells that the status moved");
  for (let i = 0; i < against.length; i++) {
    await p.goto(`${address}/decisions`);
    await p.locator("li:not(.undone) button[name=undo]").first().click();
    await p.goto(`${address}/decisions`);
    const last = (await json("/decisions"))[0];
    assert.equal(last.act, "undo");
    // An undoing stands first from now on: the next to undo is the next rejection that holds.
    const open = (await json("/decisions")).filter((d) => d.act === "reject" && d.standing === "holds");
    if (open.length) await p.locator(`button[name=undo][value="${open[0].number}"]`).click();
    if (!(await json("/decisions")).some((d) => d.act === "reject" && d.standing === "holds")) break;
  }
  assert.equal((await json(`/claims/${claim.id}`)).status, "contested");
});

test("every form of the claim, statement, article and actor pages decides, and can be undone", async () => {
  const p = await page();
  const claim = await contested();
  const [said] = await statements(claim.id, "asserts");
  const [denial] = await statements(claim.id, "denies");
  const other = (await ledger()).find((c) => c.id !== claim.id);
  const sources = await json("/sources");
  const aliased = sources.find((s) => s.aliases.length);
  const articles = await json("/articles");
  const copy = articles.find((a) => a.copied_from.length);
  const before = JSON.stringify(await ledger());
  const forms = [
    [`/claims/${claim.id}`, "Set the status", async (f) => { await f.locator("select").selectOption("confirmed"); await f.locator("textarea").fill("I was there"); }],
    [`/claims/${other.id}`, "Merge into another claim", async (f) => f.locator("[name=into]").fill(claim.id)],
    [`/claims/${claim.id}`, "Split off statements", async (f) => f.locator(`input[value="${denial.id}"]`).check()],
    [`/claims/${claim.id}`, "Add a note or evidence", async (f) => { await f.locator("[name=evidence]").fill("https://map.example/1"); await f.locator("textarea").fill("seen on a photograph"); }],
    [`/statements/${denial.id}`, "Change the stance", async (f) => f.locator("select").selectOption("asserts")],
    [`/statements/${said.id}`, "Change the source", async (f) => f.locator("[name=name]").fill("Nell Dray")],
    [`/statements/${said.id}`, "Change the words that name the source", async (f) => f.locator("[name=words]").fill(said.content[0].text.split(/\s+/).slice(0, 2).join(" "))],
    [`/statements/${said.id}`, "Ask for a second reading", async () => {}],
    [`/sources/${encodeURIComponent(sources[0].id)}`, "Grade the reliability", async (f) => { await f.locator("select").selectOption("B"); await f.locator("textarea").fill("was right before"); }],
    [`/statements/${said.id}`, "Change what is attributed", async (f) => {
      const words = said.content[0].text.split(/\s+/);
      await f.locator("textarea").first().fill(words.slice(0, Math.max(3, words.length - 2)).join(" "));
    }],
    [`/statements/${said.id}`, "Move it to another claim", async (f) => f.locator("[name=claim]").fill(`${address}/claims/${other.id}`)],
    [`/statements/${said.id}`, "Change the origin", async (f) => f.locator("[name=origin]").fill("North Wire")],
    [`/articles/${copy.id}`, "Overrule who copied whom", async (f) => { await f.locator("[name=second]").fill(copy.copied_from[0].article); await f.locator("select").selectOption("unrelated"); }],
    [`/sources/${encodeURIComponent(sources[1].id)}`, "Merge into another actor", async (f) => f.locator("[name=into]").fill(sources[0].name)],
    [`/sources/${encodeURIComponent(aliased.id)}`, "Take a name away", async () => {}],
  ];
  for (const [path, title, fill] of forms) {
    await p.goto(`${address}${path}`);
    const form = p.locator("details.form", { has: p.locator(`summary:text-is("${title}")`) });
    await form.locator("summary").click();
    await fill(form);
    await form.locator("button[type=submit]").click();
    assert.equal(await p.locator(".done").count(), 1, `${title}: ${await p.locator("h1").innerText()} ${await p.locator("main").innerText()}`.slice(0, 400));
    await p.locator(".done button[name=undo]").click();
    assert.match(await p.locator(".done").innerText(), /undid decision/, title);
    assert.equal(JSON.stringify(await ledger()), before, `${title} left something behind`);
  }
});

test("words that are selected in the article become the content, and other words the source", async () => {
  const p = await page();
  const claim = await contested();
  const [said] = await statements(claim.id, "asserts");
  await p.goto(`${address}/statements/${said.id}`);
  const form = p.locator("details.form", { has: p.locator('summary:text-is("Change what is attributed")') });
  await form.locator("summary").click();
  const chosen = await p.evaluate(() => {
    const words = document.querySelector("[data-words] mark.content").firstChild;
    const range = document.createRange();
    range.setStart(words, 0);
    range.setEnd(words, Math.min(12, words.length));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.querySelector("[data-words]").dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
    return range.toString().trim();
  });
  assert.equal(await form.locator("[name=content]").inputValue(), chosen);
  assert.equal(Number(await form.locator("[name=near]").inputValue()), said.content[0].start);
  await form.locator("button[type=submit]").click();
  assert.equal((await json(`/statements/${said.id}`)).content[0].text, chosen);
  await p.locator(".done button[name=undo]").click();
  assert.deepEqual((await json(`/statements/${said.id}`)).content, said.content);
});

test("a second reading is given by another person, blindly, and agreement is shown", async () => {
  const { address: same, stop: end } = await open(folder, "Bo Harrow");
  const [said] = await statements((await contested()).id, "asserts");
  await ask(said.id);
  const p = await page();
  await p.goto(`${address}/second/${said.id}`);
  assert.match(await p.locator("main").innerText(), /Somebody else than Ana Brill/);
  await p.goto(`${same}/second`);
  await p.locator("a", { hasText: "Read it" }).first().click();
  assert.equal(await p.locator(".stance, option[selected]").count(), 0, "nothing tells how it was read");
  await p.locator("select").selectOption("doubts");
  await p.locator("main form button[type=submit]").click();
  assert.equal(await p.locator(".done").count(), 1);
  await p.goto(`${same}/second`);
  assert.match(await p.locator("main").innerText(), /0 of 1 statement/);
  const [given] = (await json("/decisions")).filter((d) => d.act === "read-second");
  await p.goto(`${same}/decisions`);
  await p.locator(`button[name=undo][value="${given.number}"]`).click();
  await p.waitForURL(/done=/);
  for (let i = 0; i < 50 && (await json("/second")).agreement.readings; i++) await p.waitForTimeout(100);
  assert.equal((await json("/second")).agreement.readings, 0);
  end();
});

test("a filter is saved under a name, followed and removed, without a script too", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const p = await page({ javaScriptEnabled });
    await p.goto(`${address}/?status=contested&sort=latest`);
    await p.locator("details.keep summary").click();
    await p.locator("details.keep [name=name]").fill("what is denied");
    await p.locator("details.keep button").click();
    await p.goto(address);
    await p.locator("nav.saved a", { hasText: "what is denied" }).click();
    assert.match(p.url(), /status=contested&sort=latest/);
    assert.equal(await p.locator("nav.saved a[aria-current]").count(), 1);
    await p.locator("nav.saved button").click();
    assert.equal(await p.locator("nav.saved").count(), 0);
  }
});

test("addresses of this machine are not fetched, and the page says so by itself", async () => {
  const p = await page();
  await p.goto(`${address}/add`);
  await p.locator("#addresses").fill(`${address}/api/health`);
  await p.locator("form.adding button", { hasText: "Fetch" }).click();
  await p.locator("main", { hasText: "Not taken:" }).waitFor({ timeout: 20000 });
});

test("by keys alone: open a claim, accept a reading, undo it, search, read the sheet", async () => {
  const p = await page();
  await p.goto(address);
  await p.keyboard.press("j");
  await p.keyboard.press("j");
  await p.keyboard.press("k");
  await p.keyboard.press("Enter");
  await p.waitForURL(/\/claims\//);
  await p.keyboard.press("j");
  await p.keyboard.press("a");
  await p.waitForSelector(".done");
  assert.equal((await json("/decisions"))[0].act, "accept");
  assert.ok(await p.locator(".by-person").count() > 0);
  await p.keyboard.press("u");
  await p.waitForURL((url) => url.search.includes("done="));
  await p.waitForFunction(() => document.querySelector(".done")?.innerText.includes("undid"));
  assert.equal((await json("/decisions"))[0].act, "undo");
  await p.keyboard.press("?");
  assert.ok(await p.locator("#keys[open]").count() === 1);
  await p.keyboard.press("Control+k");
  await p.keyboard.type("containers");
  await p.keyboard.press("Enter");
  await p.waitForURL(/\/search\?q=containers/);
  await p.keyboard.press("g");
  await p.keyboard.press("c");
  await p.waitForURL((url) => url.pathname === "/");
});

test("a decision made elsewhere shows by itself", async () => {
  const p = await page();
  const claim = await contested();
  await p.goto(`${address}/claims/${claim.id}`);
  await p.waitForTimeout(1500);
  const q = await page();
  await q.goto(`${address}/claims/${claim.id}`);
  await q.locator("button[name=accept]").first().click();
  await p.waitForSelector(".by-person", { timeout: 6000 });
  await q.locator(".done button[name=undo]").click();
});

test("without a script everything but live updates works", async () => {
  const p = await page({ javaScriptEnabled: false });
  await p.goto(address);
  await p.locator("form.narrow [name=words]").fill("containers");
  await p.locator("form.narrow button").click();
  assert.match(p.url(), /words=containers/);
  await p.locator("th.claim a").first().click();
  await p.locator("button[name=accept]").first().click();
  assert.equal(await p.locator(".done").count(), 1);
  await p.locator(".done button[name=undo]").click();
  assert.match(await p.locator(".done").innerText(), /undid/);
  await p.locator(".find input").fill("containers");
  await p.keyboard.press("Enter");
  await p.waitForURL(/\/search\?q=containers/);
});

test("on a narrow phone no page is wider than the screen", async () => {
  const p = await page({ viewport: { width: 360, height: 740 }, isMobile: true });
  for (const path of await everyPage()) {
    await p.goto(`${address}${path}`);
    const wide = await p.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 1, `${path} is ${wide} pixels too wide`);
  }
});

test("a text that is pasted and a file that is chosen are read and shown", async () => {
  const p = await page();
  await p.goto(`${address}/add`);
  await p.locator("#text").fill("outlet: Quay Gazette\nlang: en\n\nIlse Quent, a pilot, said that the quay in Orme was flooded.\n");
  await p.locator(".adding button", { hasText: "Add" }).click();
  assert.match(await p.locator("main").innerText(), /was added/);
  await p.locator("#files").setInputFiles({ name: "fog.txt", mimeType: "text/plain", buffer: Buffer.from("outlet: Fog Daily\nlang: en\n\nBo Harrow, a pilot, said that fog lay over Orme.\n") });
  for (let i = 0; i < 600 && !(await json("/articles")).some((a) => a.publisher === "Fog Daily" && a.statements > 0); i++) await p.waitForTimeout(100);
  const claims = (await ledger()).map((c) => c.claim).join("; ");
  assert.match(claims, /quay in Orme was flooded/);
});

test("hostile articles run nothing, load nothing and turn nothing around", async () => {
  const hostile = join(mkdtempSync(join(tmpdir(), "sayso-hostile-")), "case");
  const texts = {
    "script.txt": 'outlet: "><img src=x onerror=alert(1)>\ntitle: <script>alert(2)</script>\nurl: javascript:alert(3)\nlang: en\n\nThe mayor \u202Eof Skarn</mark><script>alert(4)</script> &lt;b&gt; said the bridge was shut.\n',
    "line.txt": `outlet: Long\nlang: de\n\n${"wort <script>alert(5)</script> ".repeat(170000)}\n`,
    "right.txt": "outlet: \u05e2\u05d9\u05ea\u05d5\u05df\nlang: he\n\n\u05d4\u05e0\u05de\u05dc \u05e0\u05e1\u05d2\u05e8 \u05d0\u05ea\u05de\u05d5\u05dc.\n",
  };
  const folder = mkdtempSync(join(tmpdir(), "sayso-texts-"));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  run("init", hostile);
  run("add", "--case", hostile, folder);
  const other = await open(hostile);
  const p = await page();
  p.on("dialog", () => { throw new Error("a dialog was opened"); });
  const asked = [];
  p.on("request", (request) => asked.push(request.url()));
  const articles = await (await fetch(`${other.address}/articles.json`)).json();
  assert.equal(articles.length, 3);
  for (const path of ["/?all=true", "/articles", "/sources", ...articles.map((a) => `/articles/${a.id}`)]) {
    await p.goto(`${other.address}${path}`);
    assert.equal(await p.locator("script:not([src='/app.js']), img, iframe").count(), 0, path);
  }
  const right = articles.find((a) => a.file.endsWith("right.txt"));
  await p.goto(`${other.address}/articles/${right.id}`);
  assert.equal(await p.locator(".text").evaluate((text) => getComputedStyle(text).direction), "rtl");
  assert.ok(asked.every((url) => url.startsWith(other.address)), "nothing is loaded from elsewhere");
  other.stop();
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing against WCAG 2.2 AA on any page (${scheme})`, async () => {
    // Content security policy keeps the tool's script out of the page, as it should; the test lets it in.
    const p = await page({ colorScheme: scheme, bypassCSP: true });
    const all = [];
    for (const path of await everyPage()) {
      await p.goto(`${address}${path}`);
      await p.addScriptTag({ content: axe });
      const { violations } = await p.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      const told = violations.map((v) => `${path}: ${v.id}: ${v.help} (${v.nodes.length}) ${v.nodes[0].html.slice(0, 200)} ${v.nodes[0].failureSummary}`);
      all.push(...told);
    }
    assert.deepEqual(all, []);
  });
}

let failed = 0;
const only = process.argv[2];
for (const [name, body] of tests.filter(([name]) => !only || name.includes(only))) {
  try {
    await body();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack ?? error}`);
  }
}
await browser.close();
stop();
console.log(failed ? `${failed} failed` : "all passed");
process.exit(failed ? 1 : 0);
