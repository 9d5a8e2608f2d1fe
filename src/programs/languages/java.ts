import type { ReadLanguage } from "../expression";
import { JavaExpressions } from "./java/expressions";
import { JavaTypes } from "./java/types";
import { readObjects } from "./objects/read";
import { JAVA } from "./objects/syntax";

/** Reads a file of Java. */
export const readJava: ReadLanguage = (file, text) => readObjects(file, text, JAVA, { Types: JavaTypes, Expressions: JavaExpressions });
