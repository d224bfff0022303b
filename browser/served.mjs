// Makes the sample case, serves it, and opens a Chromium on it.
import { spawn, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
export const binary = process.env.SAYSO ?? join(root, "target/debug/sayso");
const browsers = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const executable = browsers.find((path) => path && existsSync(path));

/** A case made from the sample articles, served at a free port; call `stop` at the end. */
export async function serve() {
  const told = execFileSync(binary, ["demo"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const folder = told.match(/\S*sayso-demo-\w+/)?.[0];
  if (!folder) throw new Error(`sayso demo named no folder:\n${told}`);
  return open(folder);
}

/** Runs a command of sayso to its end. */
export function run(...words) {
  return execFileSync(binary, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Serves the case in this folder. */
export async function open(folder, name = "Ana Brill") {
  const server = spawn(binary, ["serve", "--case", folder, "--port", "0", "--name", name], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    server.stdout.on("data", (data) => resolve(String(data).trim().replace(/\/$/, "")));
    server.on("exit", (code) => reject(new Error(`sayso serve ended with ${code}`)));
  });
  return { address, folder, stop: () => server.kill("SIGINT") };
}

export function launch() {
  return chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
}
