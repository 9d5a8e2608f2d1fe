import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import * as path from "node:path";
import { ROOT } from "../support/pack";
import { MAIN } from "../support/run-cli";

/** A violation in the events of Pulumi's engine. */
export interface Violation {
    readonly policy: string;
    readonly level: string;
    readonly urn: string;
    /** The policy's description and the reported message, with the CLI's color codes. */
    readonly message: string;
}

interface Run {
    readonly status: number | null;
    /** The output on stdout and stderr. */
    readonly printed: string;
    readonly violations: readonly Violation[];
}

/** Whether the CLI is installed and this platform can run the fake provider, which is a script. */
export function hasPulumi(): boolean {
    return process.platform !== "win32" && spawnSync("pulumi", ["version"]).status === 0;
}

/** Whether Pulumi can run programs in Python: its host and SDK are installed. */
export function hasPython(): boolean {
    return spawnSync("python3", ["-c", "import pulumi_aws"]).status === 0 && hasHost("python");
}

/** Whether Pulumi can run programs in Go: its host is installed, and the modules of the program in a folder can be had. */
export function hasGo(folder: string): boolean {
    return spawnSync("go", ["build", "-o", devNull, "."], { cwd: folder }).status === 0 && hasHost("go");
}

function hasHost(language: string): boolean {
    return spawnSync(`pulumi-language-${language}`, ["-help"]).error === undefined;
}

/** Runs `pulumi policy analyze` with this pack on a state, which needs no stack and decrypts nothing. */
export function analyze(state: string): Run {
    const folder = mkdtempSync(path.join(tmpdir(), "pulumi-"));
    const command = ["policy", "analyze", "--file", state, "--policy-pack", ROOT, "--json"];
    const { status, stdout, stderr } = pulumi(command, environment(folder), folder);
    rmSync(folder, { recursive: true });
    return { status, printed: stdout + stderr, violations: violationsIn(stdout) };
}

/** A stack of a program, with a backend in a temporary folder and the fake AWS provider. */
export class Stack {
    private readonly folder = mkdtempSync(path.join(tmpdir(), "pulumi-"));
    /** The folder of Pulumi.yaml and the program. */
    readonly program = path.join(this.folder, "program");

    /**
     * @param source the folder of a program
     * @param files JSON files to add to the program, by name
     */
    constructor(source: string, files: Readonly<Record<string, object>> = {}, runtime: "nodejs" | "python" | "go" = "nodejs") {
        cpSync(source, this.program, { recursive: true, filter: file => !file.includes("node_modules") });
        symlinkSync(path.join(ROOT, "node_modules"), path.join(this.program, "node_modules"));
        mkdirSync(path.join(this.folder, "backend"));
        const project = {
            name: "shop",
            runtime,
            plugins: { providers: [{ name: "aws", path: path.join(__dirname, "bin") }] },
        };
        const main = existsSync(path.join(source, "index.ts")) ? "index.ts" : "index.js";
        writeFileSync(path.join(this.program, "package.json"), JSON.stringify({ name: "shop", main }));
        writeFileSync(path.join(this.program, "Pulumi.yaml"), JSON.stringify(project));
        for (const [name, content] of Object.entries(files)) this.write(name, content);
        this.pulumi("stack", "init", "dev");
        this.pulumi("config", "set", "aws:region", "eu-west-1");
    }

    remove(): void {
        rmSync(this.folder, { recursive: true });
    }

    setSecret(name: string, value: string): void {
        this.pulumi("config", "set", "--secret", name, value);
    }

    preview(config?: object): Run {
        return this.runWithPack(["preview"], config);
    }

    up(config?: object): Run {
        return this.runWithPack(["up", "--yes", "--skip-preview"], config);
    }

    /** Returns the output of `pulumi stack export`. */
    exported(): string {
        return this.pulumi("stack", "export");
    }

    /** Returns the output of `pulumi preview --json`, including unchanged resources. */
    previewed(): string {
        return this.pulumi("preview", "--json", "--show-sames");
    }

    /** Fixes the program, as a preview shows its clients, and returns what is printed. */
    fix(): string {
        const preview = path.join(this.folder, "preview.json");
        writeFileSync(preview, this.previewed());
        return execFileSync(process.execPath, [...MAIN, "fix", "--write", preview], { cwd: this.program, encoding: "utf8", stdio: "pipe" });
    }

    /** Returns the inputs of a client in the exported state. */
    inputsOf(client: string): Record<string, unknown> {
        const { deployment } = JSON.parse(this.exported());
        return deployment.resources.find(({ urn }: { urn: string }) => urn.endsWith(`::${client}`)).inputs;
    }

    private runWithPack(command: readonly string[], config: object = {}): Run {
        const log = path.join(this.folder, "events.json");
        rmSync(log, { force: true });
        const pack = ["--policy-pack", ROOT, "--policy-pack-config", this.write("../policies.json", config)];
        const { status, stdout, stderr } = this.spawn([...command, ...pack, "--event-log", log]);
        return { status, printed: stdout + stderr, violations: violationsIn(readFileSync(log, "utf8")) };
    }

    private pulumi(...command: string[]): string {
        const { status, stdout, stderr } = this.spawn(command);
        if (status !== 0) throw new Error(`pulumi ${command.join(" ")}: ${stdout}${stderr}`);
        return stdout;
    }

    private spawn(command: readonly string[]) {
        const own = { PULUMI_BACKEND_URL: `file://${this.folder}/backend`, PULUMI_CONFIG_PASSPHRASE: "a passphrase", PULUMI_STACK: "dev" };
        return pulumi(command, { ...environment(this.folder), ...own }, this.program);
    }

    private write(name: string, content: object): string {
        const file = path.join(this.program, name);
        writeFileSync(file, JSON.stringify(content));
        return file;
    }
}

function pulumi(command: readonly string[], env: NodeJS.ProcessEnv, cwd: string) {
    const args = [...command, "--non-interactive", "--color", "never"];
    return spawnSync("pulumi", args, { cwd, env, encoding: "utf8", maxBuffer: 2 ** 26 });
}

/** Keeps values out of violations. */
export const HIDE_VALUES = "PULUMI_POLICY_AWS_COGNITO_HIDE_VALUES";

/** Removes Pulumi's settings of this machine, such as a backend, a token or a passphrase. */
function environment(folder: string): NodeJS.ProcessEnv {
    return {
        ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PULUMI_") || name === HIDE_VALUES)),
        PULUMI_HOME: path.join(folder, "home"),
        PULUMI_DEBUG_COMMANDS: "true", // required for --event-log
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_SKIP_UPDATE_CHECK: "true",
    };
}

/** Returns the violations in the engine's events, one event per line. */
function violationsIn(events: string): Violation[] {
    return events
        .split("\n")
        .filter(line => line.startsWith("{"))
        .flatMap(line => JSON.parse(line).policyEvent ?? [])
        .map(({ policyName, enforcementLevel, resourceUrn, message }) => ({
            policy: policyName,
            level: enforcementLevel,
            urn: resourceUrn,
            message,
        }));
}
