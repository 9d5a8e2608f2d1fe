import * as assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "mocha";
import { webshopState } from "../support/estate";
import { ROOT } from "../support/pack";
import { run } from "../support/run-cli";

/** The parts of playwright-core that the tests use; the package is installed apart from the others. */
interface Page {
    goto(url: string): Promise<unknown>;
    evaluate<T>(script: string): Promise<T>;
    selectOption(selector: string, value: string): Promise<unknown>;
    fill(selector: string, value: string): Promise<unknown>;
    click(selector: string): Promise<unknown>;
    emulateMedia(options: { colorScheme: "light" | "dark" }): Promise<unknown>;
    setViewportSize(size: { width: number; height: number }): Promise<unknown>;
    addScriptTag(options: { content: string }): Promise<unknown>;
    on(
        event: "console" | "pageerror" | "request",
        listener: (event: { text?(): string; type?(): string; url?(): string; message?: string }) => void,
    ): void;
    close(): Promise<unknown>;
}
interface Browser {
    newPage(options?: object): Promise<Page>;
    close(): Promise<unknown>;
}

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];
const MODULES = path.join(__dirname, "node_modules");
const executablePath = BROWSERS.find(existsSync);

describe("the HTML report in a browser", function () {
    this.timeout(120_000);
    const folder = mkdtempSync(path.join(tmpdir(), "browser-"));
    const file = path.join(folder, "report.html");
    const url = pathToFileURL(file).href;
    let browser: Browser;
    let report: { violations: { level: string; policy: string; severity: string; name: string; file: string }[]; clients: number };

    before(async function () {
        if (!executablePath || !existsSync(path.join(MODULES, "playwright-core"))) this.skip();
        const states = ["dev", "prod"].map(stack => ({ stack, text: webshopState(stack) }));
        const { mkdirSync, writeFileSync } = await import("node:fs");
        mkdirSync(path.join(folder, "states"));
        for (const { stack, text } of states) writeFileSync(path.join(folder, "states", `${stack}.json`), text);
        const project = ["--exit-zero", "--project", path.join(ROOT, "examples/webshop"), path.join(folder, "states")];
        await run(["check", "--format", "html", "--output", file, ...project]);
        report = JSON.parse((await run(["check", "--format", "json", ...project])).stdout);
        const { chromium } = require(path.join(MODULES, "playwright-core"));
        browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
    });

    after(async () => {
        await browser?.close();
        rmSync(folder, { recursive: true });
    });

    /** Opens the report; any message in the console and any request but that for the page itself fails the test. */
    async function withPage(use: (page: Page) => Promise<void>, options: object = {}, address = url): Promise<void> {
        const page = await browser.newPage(options);
        const events: string[] = [];
        page.on("console", event => events.push(`${event.type?.()}: ${event.text?.()}`));
        page.on("pageerror", event => events.push(String(event.message)));
        page.on("request", event => events.push(`request of ${event.url?.().replace(/#.*/, "")}`));
        await page.goto(address);
        await use(page);
        assert.deepEqual(events, [`request of ${url}`]);
        await page.close();
    }

    const shownViolations = (page: Page) =>
        page.evaluate<[string, string, string][]>(
            `[...document.querySelectorAll(".client li")].filter(item => item.checkVisibility()).map(item => [item.closest(".client").dataset.name, item.dataset.policy, item.dataset.level])`,
        );
    const expected = (test: (violation: (typeof report.violations)[number]) => boolean) => report.violations.filter(test).length;

    it("shows the numbers of the JSON report", () =>
        withPage(async page => {
            assert.equal((await shownViolations(page)).length, report.violations.length);
            const figures = await page.evaluate<string[]>(
                `[...document.querySelectorAll(".figures strong")].map(({ textContent }) => textContent)`,
            );
            assert.equal(figures[0], String(report.clients));
            assert.equal(figures[2], String(expected(({ level }) => level === "mandatory")));
            assert.equal(figures[3], String(expected(({ level }) => level === "advisory")));
        }));

    for (const [name, value, test] of [
        ["level", "mandatory", ({ level }) => level === "mandatory"],
        ["severity", "medium", ({ severity }) => severity === "medium"],
        ["policy", "no-implicit-flow", ({ policy }) => policy === "no-implicit-flow"],
        ["category", "limits", ({ policy }) => policy.startsWith("limit-")],
    ] as const satisfies readonly (readonly [string, string, (violation: (typeof report.violations)[number]) => boolean])[]) {
        it(`filters by ${name}, and keeps the filter in the address`, () =>
            withPage(async page => {
                await page.selectOption(`#${name}`, value);
                const count = expected(test);
                assert.ok(count > 0);
                assert.equal((await shownViolations(page)).length, count);
                assert.equal(await page.evaluate("location.hash"), `#${name}=${value}`);
                assert.match(await page.evaluate(`document.getElementById("shown").textContent`), new RegExp(`with ${count} violations$`));
                await page.click("button[type=reset]");
                await page.evaluate("new Promise(resolve => setTimeout(resolve))");
                assert.equal((await shownViolations(page)).length, report.violations.length);
            }));
    }

    it("filters by source", () =>
        withPage(async page => {
            const source = path.join(folder, "states", "prod.json");
            await page.selectOption("#source", source);
            assert.equal(
                (await shownViolations(page)).length,
                expected(({ file }) => file === source),
            );
        }));

    it("searches in names and problems", () =>
        withPage(async page => {
            await page.fill("#search", "PINPOINT, which ended");
            assert.deepEqual([...new Set((await shownViolations(page)).map(([, policy]) => policy))], ["no-pinpoint-analytics"]);
            await page.fill("#search", "mixed-flows");
            assert.equal(
                (await shownViolations(page)).length,
                expected(({ name }) => name === "mixed-flows"),
            );
        }));

    it("applies the filters in the address", () =>
        withPage(
            async page => {
                assert.equal(
                    (await shownViolations(page)).length,
                    expected(({ level, severity }) => level === "advisory" && severity === "high"),
                );
            },
            {},
            `${url}#level=advisory&severity=high`,
        ));

    it("sorts", () =>
        withPage(async page => {
            await page.selectOption("#sort", "name");
            const names = await page.evaluate<string[]>(`[...document.querySelectorAll(".client")].map(({ dataset }) => dataset.name)`);
            assert.deepEqual(
                names,
                [...names].sort((a, b) => a.localeCompare(b)),
            );
        }));

    it("shows everything without scripts", () => withPage(async () => {}, { javaScriptEnabled: false }));

    for (const colorScheme of ["light", "dark"] as const) {
        for (const width of [1280, 380]) {
            it(`has no accessibility violation in the ${colorScheme} scheme, ${width} pixels wide`, () =>
                withPage(
                    async page => {
                        await page.emulateMedia({ colorScheme });
                        await page.setViewportSize({ width, height: 800 });
                        await page.evaluate(readFileSync(path.join(MODULES, "axe-core/axe.min.js"), "utf8"));
                        const found = await page.evaluate<object[]>(
                            `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html).slice(0, 3) })))`,
                        );
                        assert.deepEqual(found, []);
                        assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no horizontal scrolling");
                    },
                    { bypassCSP: true },
                ));
        }
    }
});
