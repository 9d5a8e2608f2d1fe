import { readFileSync } from "node:fs";
import * as path from "node:path";
import { ROOT } from "./pack";

const WEBSHOP = readFileSync(path.join(ROOT, "examples/webshop/state.json"), "utf8");

/** Returns the state of the web shop in a stack of another name, with user pools of its own. */
export function webshopState(stack: string): string {
    return WEBSHOP.replaceAll("urn:pulumi:dev::", `urn:pulumi:${stack}::`).replaceAll(
        "eu-west-1_",
        `eu-west-1_${stack.replace(/\W/g, "")}`,
    );
}
