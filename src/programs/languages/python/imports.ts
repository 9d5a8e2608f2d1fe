import type { Slice, TokenSource } from "../tokens/source";

/** A name that an import declares. */
interface ImportedName {
    readonly name: string;
    /** The index of its token. */
    readonly index: number;
    /** The module that has it, or that it is. */
    readonly module: string;
    /** The name in that module; undefined for the module itself. */
    readonly member?: string;
}

/** What an import statement imports. */
interface ImportStatement {
    readonly names: readonly ImportedName[];
    /** The module whose names are all imported. */
    readonly star?: string;
    /** The packages that are imported; those of the program itself among them. */
    readonly packages: readonly string[];
}

/** Reads an import. `folder` is the path of the file's folder as a module. */
export function readImport(source: TokenSource, slice: Slice, folder: readonly string[]): ImportStatement {
    return source.is(slice.from, "from") ? readFrom(source, slice, folder) : readModules(source, slice);
}

function readModules(source: TokenSource, { from, to }: Slice): ImportStatement {
    const names: ImportedName[] = [];
    const packages: string[] = [];
    for (const part of source.split({ from: from + 1, to })) {
        const path = source.pathAt(part.from);
        const [first] = path?.names ?? [];
        if (!path || first === undefined) continue;
        packages.push(first);
        const index = source.is(path.to, "as") ? path.to + 1 : part.from;
        const module = index === part.from ? first : path.names.join(".");
        if (source.isName(index)) names.push({ name: source.textAt(index), index, module });
    }
    return { names, packages };
}

function readFrom(source: TokenSource, { from, to }: Slice, folder: readonly string[]): ImportStatement {
    let index = from + 1;
    let level = 0;
    for (; /^\.+$/.test(source.textAt(index)); index++) level += source.textAt(index).length;
    const path = source.is(index, "import") ? undefined : source.pathAt(index);
    index = path?.to ?? index;
    const base = level > 0 ? folder.slice(0, Math.max(0, folder.length - level + 1)) : [];
    const module = [...base, ...(path?.names ?? [])].join(".");
    const packages = level === 0 && path ? path.names.slice(0, 1) : [];
    if (!source.is(index, "import")) return { names: [], packages };
    if (source.is(index + 1, "*")) return { names: [], packages, star: module };
    const list: Slice = source.is(index + 1, "(") ? { from: index + 2, to: source.closingOf(index + 1) } : { from: index + 1, to };
    const names = source.split(list).map(part => {
        const member = source.textAt(part.from);
        const renamed = source.is(part.from + 1, "as") ? part.from + 2 : part.from;
        const target = module === "" ? { module: member } : { module, member };
        return { name: source.textAt(renamed), index: renamed, ...target };
    });
    return { names, packages };
}

/** Returns the dotted path of a file as a module. */
export function moduleOf(file: string): string[] {
    const parts = file.replace(/\.pyi?$/, "").split("/");
    return parts.at(-1) === "__init__" ? parts.slice(0, -1) : parts;
}

/** Whether a package is of the standard library or of Pulumi. */
export function isStandard(name: string): boolean {
    return STANDARD.has(name) || name === "pulumi" || name.startsWith("pulumi_");
}

const STANDARD: ReadonlySet<string> = new Set(
    (
        "__future__ abc argparse array ast asyncio base64 binascii bisect builtins bz2 calendar cmath codecs collections colorsys concurrent " +
        "configparser contextlib contextvars copy csv ctypes dataclasses datetime decimal difflib dis email encodings enum errno faulthandler " +
        "filecmp fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib gzip hashlib heapq hmac html http imaplib " +
        "importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox math mimetypes mmap multiprocessing netrc " +
        "numbers operator os pathlib pickle pkgutil platform plistlib poplib posixpath pprint profile pstats queue quopri random re reprlib " +
        "runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics string " +
        "stringprep struct subprocess symtable sys sysconfig tarfile tempfile textwrap threading time timeit token tokenize tomllib traceback " +
        "tracemalloc types typing typing_extensions unicodedata unittest urllib uuid venv warnings wave weakref webbrowser wsgiref xml xmlrpc " +
        "zipapp zipfile zipimport zlib zoneinfo"
    ).split(" "),
);
