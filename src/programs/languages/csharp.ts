import type { ReadLanguage } from "../expression";
import { CSharpExpressions } from "./csharp/expressions";
import { CSharpTypes } from "./csharp/types";
import { readObjects } from "./objects/read";
import { CSHARP } from "./objects/syntax";

/** Reads a file of C#. */
export const readCSharp: ReadLanguage = (file, text) =>
    readObjects(file, text, CSHARP, { Types: CSharpTypes, Expressions: CSharpExpressions });
