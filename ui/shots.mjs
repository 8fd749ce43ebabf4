// Takes pictures of every screen at the sizes people have, and lets axe look at each.
//
// Builds the screens with made-up answers, serves them, and drives the system's
// Chromium. Pictures and findings land in ui/shots/, or in HEMVIST_SHOTS. Exits 1 when axe finds anything.
//
//   node shots.mjs            every screen, every size
//   node shots.mjs hem        only screens whose name holds "hem"
import { readFile, mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";
import { screens } from "./shots.screens.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = process.env.HEMVIST_SHOTS ?? join(here, "shots");
const dist = join(here, "shots", "site");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".pdf": "application/pdf" };
// The same policy as the window's, so that a picture proves that it holds.
const CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ipc: http://ipc.localhost";

/** Window sizes and looks. 200 % is what a web view does when the text is enlarged. */
const looks = [
  { name: "1366", viewport: { width: 1366, height: 768 } },
  { name: "1920", viewport: { width: 1920, height: 1080 } },
  { name: "200", viewport: { width: 683, height: 384 }, scale: 2 },
  { name: "1366-dark", viewport: { width: 1366, height: 768 }, dark: true },
  { name: "1366-grey", viewport: { width: 1366, height: 768 }, grey: true },
];

const wanted = process.argv[2] ?? "";
const sizes = process.argv[3] ?? "";
await build({ root: here, mode: "mock", logLevel: "warn", build: { outDir: dist, emptyOutDir: true } });
const server = createServer(serve).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const base = `http://127.0.0.1:${server.address().port}/`;
const axe = await readFile(join(here, "node_modules/axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
await mkdir(out, { recursive: true });

const paper = await madeUpPaper();
const findings = [];
for (const look of looks.filter((it) => it.name.includes(sizes))) {
  for (const screen of screens.filter((it) => it.name.includes(wanted))) {
    const context = await browser.newContext({
      viewport: look.viewport,
      deviceScaleFactor: look.scale ?? 1,
      colorScheme: look.dark ? "dark" : "light",
      locale: "sv-SE",
    });
    await context.addInitScript((it) => (globalThis.madeUpPdf = it), paper);
    const page = await context.newPage();
    page.on("console", (it) => it.type() === "error" && findings.push({ screen: screen.name, look: look.name, rule: "console", what: it.text() }));
    page.on("pageerror", (it) => findings.push({ screen: screen.name, look: look.name, rule: "error", what: String(it) }));
    await page.goto(`${base}?desk=${screen.desk ?? "open"}${screen.address ?? ""}`);
    await page.waitForTimeout(200);
    await page.evaluate(() => document.fonts.ready);
    try {
      await screen.act?.(page);
    } catch (thrown) {
      findings.push({ screen: screen.name, look: look.name, rule: "act", what: String(thrown).split("\n")[0] });
    }
    await page.waitForTimeout(150);
    if (look.grey) await page.addStyleTag({ content: "html { filter: grayscale(1); }" });
    await page.screenshot({ path: join(out, `${screen.name}-${look.name}.png`) });
    if (!look.grey) findings.push(...(await check(page, screen.name, look.name)));
    if (look.name === "1366") findings.push(...(await tooWide(page, screen.name, look.name)));
    await context.close();
  }
}
await browser.close();
server.close();
await writeFile(join(out, "findings.json"), JSON.stringify(findings, null, 2));
for (const it of findings) console.log(`${it.screen} ${it.look}: ${it.rule}: ${it.what}`);
console.log(`${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;

async function check(page, screen, look) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }));
  return found.violations.flatMap((rule) => rule.nodes.map((it) => ({ screen, look, rule: rule.id, what: `${it.target.join(" ")} – ${it.failureSummary?.split("\n")[1]?.trim() ?? ""}` })));
}

/** At the usual laptop's width nothing scrolls sideways, but a paper that is drawn larger than its room. */
async function tooWide(page, screen, look) {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll("main, main *")]
      .filter((it) => it.scrollWidth > it.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(it).overflowX) && !it.closest(".paper, textarea"))
      .map((it) => `${it.id || it.className} in ${it.closest("section[id], section[aria-label]")?.id ?? ""} ${it.scrollWidth} > ${it.clientWidth}`),
  );
  return found.map((what) => ({ screen, look, rule: "sideways", what }));
}

async function madeUpPaper() {
  const page = await browser.newPage();
  const text = "<p>Nämnden beslutar enligt förslaget. Allt på det här papperet är påhittat.</p>".repeat(30);
  await page.setContent(`<html lang="sv"><title>Förslag</title><body style="font: 11pt sans-serif; margin: 2cm"><h1>Förslag till beslut</h1>${text}</body></html>`);
  const bytes = await page.pdf({ format: "A4" });
  await page.close();
  return bytes.toString("base64");
}

async function serve(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)).replace(/^[/\\]+/, "") || "index.html";
  const file = join(dist, path);
  if (!file.startsWith(dist) || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": CSP });
  return response.end(await readFile(file));
}
