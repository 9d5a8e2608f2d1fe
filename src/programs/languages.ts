import type { LanguageName, ReadLanguage } from "./expression";

/** How the files of a language are found and read. The readers are loaded when they are needed. */
interface LanguageFiles {
    readonly names: readonly LanguageName[];
    readonly file: RegExp;
    /** Pulumi's names of the runtime. */
    readonly runtimes: readonly string[];
    /** How a file finds those that it shares names with: by its imports, or because they can be in one package. */
    readonly joinedBy: "imports" | "package";
    load(): ReadLanguage;
}

const javascript = () => (require("./languages/javascript") as typeof import("./languages/javascript")).readJavaScript;
const yaml = () => (require("./languages/yaml") as typeof import("./languages/yaml")).readYaml;
const python = () => (require("./languages/python") as typeof import("./languages/python")).readPython;
const go = () => (require("./languages/go") as typeof import("./languages/go")).readGo;
const java = () => (require("./languages/java") as typeof import("./languages/java")).readJava;
const csharp = () => (require("./languages/csharp") as typeof import("./languages/csharp")).readCSharp;

const JAVASCRIPT = /(?<!\.d)\.[cm]?[jt]sx?$/;

const LANGUAGES: readonly LanguageFiles[] = [
    { names: ["javascript", "typescript"], file: JAVASCRIPT, runtimes: ["nodejs", "bun"], joinedBy: "imports", load: javascript },
    { names: ["yaml"], file: /\.(?:ya?ml|json)$/, runtimes: ["yaml"], joinedBy: "imports", load: yaml },
    { names: ["python"], file: /\.py$/, runtimes: ["python"], joinedBy: "imports", load: python },
    { names: ["go"], file: /\.go$/, runtimes: ["go"], joinedBy: "package", load: go },
    { names: ["java"], file: /\.java$/, runtimes: ["java"], joinedBy: "package", load: java },
    { names: ["csharp"], file: /\.cs$/, runtimes: ["dotnet"], joinedBy: "package", load: csharp },
];

/** Returns the language of a file by its name; undefined if it is none that is read. */
export function languageOf(file: string): LanguageFiles | undefined {
    return LANGUAGES.find(language => language.file.test(file));
}

/** Returns the languages of a project; all of them but YAML if its runtime is unknown. */
export function languagesOf(runtime: string | undefined): readonly LanguageFiles[] {
    const found = LANGUAGES.filter(({ runtimes }) => runtime !== undefined && runtimes.includes(runtime));
    return found.length > 0 ? found : LANGUAGES.filter(({ names }) => !names.includes("yaml"));
}
