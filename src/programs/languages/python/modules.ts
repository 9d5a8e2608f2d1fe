import { words } from "../shared";

/** Returns the dotted path of a file as a module. */
export function moduleOf(file: string): string {
    return file.replace(/(?:(?:^|\/)__init__)?\.py$/, "").replaceAll("/", ".");
}

/** Whether a package is of the standard library or of Pulumi. */
export function isStandard(name: string): boolean {
    return STANDARD.has(name) || name === "pulumi" || name.startsWith("pulumi_");
}

const STANDARD = words(
    "__future__ abc argparse array ast asyncio base64 binascii bisect builtins bz2 calendar cmath codecs collections colorsys concurrent " +
        "configparser contextlib contextvars copy csv ctypes dataclasses datetime decimal difflib dis email encodings enum errno faulthandler " +
        "filecmp fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib gzip hashlib heapq hmac html http imaplib " +
        "importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox math mimetypes mmap multiprocessing netrc " +
        "numbers operator os pathlib pickle pkgutil platform plistlib poplib posixpath pprint profile pstats queue quopri random re reprlib " +
        "runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics string " +
        "stringprep struct subprocess symtable sys sysconfig tarfile tempfile textwrap threading time timeit token tokenize tomllib traceback " +
        "tracemalloc types typing typing_extensions unicodedata unittest urllib uuid venv warnings wave weakref webbrowser wsgiref xml xmlrpc " +
        "zipapp zipfile zipimport zlib zoneinfo",
);
