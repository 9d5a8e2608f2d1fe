#!/usr/bin/env node
import "./compile-cache";
import { runCommandLine } from "./command-line";

void runCommandLine(process.argv.slice(2), process).then(code => {
    process.exitCode = code;
    process.stderr.write("", () => process.exit()); // exits at once: Node.js takes 10 ms to free the memory
});
