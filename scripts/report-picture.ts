// Draws docs/report.png, the picture of the HTML report in the README: the overview and the first client of the web shop.
// It needs a browser, so it is not part of `npm run docs`.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = path.resolve(__dirname, "..");
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];

const browser = BROWSERS.find(existsSync);
if (!browser) throw new Error(`none of ${BROWSERS.join(", ")} exists`);
const folder = mkdtempSync(path.join(tmpdir(), "picture-"));
const report = path.join(folder, "report.html");
const main = path.join(ROOT, "dist/cli/main.js");
execFileSync(process.execPath, [main, "check", "--exit-zero", "--format", "html", "--output", report, "."], {
    cwd: path.join(ROOT, "examples/webshop"),
});
execFileSync(browser, [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--window-size=1340,1080",
    `--user-data-dir=${folder}`,
    `--screenshot=${path.join(ROOT, "docs/report.png")}`,
    `${pathToFileURL(report)}#severity=high`,
]);
rmSync(folder, { recursive: true });
