import { readFileSync } from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";

const ROOT = path.resolve(__dirname, "../..");

type JsonSchema = Readonly<Record<string, unknown>>;

/** A type and the file that declares it, by its path from the root of the repository. */
interface Declared<T> {
    readonly node: T;
    readonly file: string;
}

type Declaration = Declared<ts.InterfaceDeclaration | ts.TypeAliasDeclaration>;

/**
 * Converts interfaces to JSON schemas without checking types, which would take seconds: it knows the kinds of types that reports have,
 * and throws for others. Comments become descriptions.
 */
export class TypeReader {
    /** The schemas of the interfaces that others use, by name. */
    readonly definitions = new Map<string, JsonSchema>();
    private readonly sources = new Map<string, ts.SourceFile>();

    /** @param external the schemas of the types that packages declare, by name */
    constructor(private readonly external: Readonly<Record<string, JsonSchema>>) {}

    /** Returns the schema of an interface; those of other interfaces are referenced. */
    interfaceSchema(file: string, name: string): JsonSchema {
        const declaration = this.find(file, name);
        const properties = this.propertiesOf(declaration);
        return {
            ...descriptionOf(declaration.node),
            type: "object",
            properties: Object.fromEntries([...properties].map(([name, { node, file }]) => [name, this.propertySchema(node, file)])),
            required: [...properties].filter(([, { node }]) => !node.questionToken).map(([name]) => name),
        };
    }

    /** Returns the properties of an interface, after those of the interfaces that it extends. */
    private propertiesOf({ node, file }: Declaration): Map<string, Declared<ts.PropertySignature>> {
        if (!ts.isInterfaceDeclaration(node)) throw new Error(`${node.name.text} is not an interface.`);
        const extended = (node.heritageClauses ?? [])
            .flatMap(({ types }) => types)
            .flatMap(({ expression }) => [...this.propertiesOf(this.find(file, expression.getText()))]);
        const own = node.members
            .filter(ts.isPropertySignature)
            .filter(({ type }) => !type || !ts.isFunctionTypeNode(type)) // JSON has no functions
            .map((member): [string, Declared<ts.PropertySignature>] => [member.name.getText(), { node: member, file }]);
        return new Map([...extended, ...own]);
    }

    private propertySchema(node: ts.PropertySignature, file: string): JsonSchema {
        if (!node.type) throw new Error(`${node.getText()} has no type.`);
        return { ...this.schemaOf(node.type, file), ...descriptionOf(node) };
    }

    private schemaOf(type: ts.TypeNode, file: string): JsonSchema {
        if (type.kind === ts.SyntaxKind.StringKeyword) return { type: "string" };
        if (type.kind === ts.SyntaxKind.NumberKeyword) return { type: "integer" };
        if (type.kind === ts.SyntaxKind.BooleanKeyword) return { type: "boolean" };
        if (ts.isTypeOperatorNode(type)) return this.schemaOf(type.type, file); // readonly
        if (ts.isArrayTypeNode(type)) return { type: "array", items: this.schemaOf(type.elementType, file) };
        if (ts.isUnionTypeNode(type)) return { enum: type.types.map(textOfLiteral) };
        if (ts.isTypeReferenceNode(type)) return this.referencedSchema(type, file);
        throw unsupported(type);
    }

    private referencedSchema(type: ts.TypeReferenceNode, file: string): JsonSchema {
        const name = type.typeName.getText();
        const [first, second] = type.typeArguments ?? [];
        if (name === "Readonly" && first) return this.schemaOf(first, file);
        if (name === "Record" && second) return { type: "object", additionalProperties: this.schemaOf(second, file) };
        const external = this.external[name];
        if (external) return external;
        const declaration = this.find(file, name);
        const { node } = declaration;
        if (ts.isTypeAliasDeclaration(node)) return { ...this.schemaOf(node.type, declaration.file), ...descriptionOf(node) };
        const definition = node.name.text;
        if (!this.definitions.has(definition)) this.definitions.set(definition, this.interfaceSchema(declaration.file, definition));
        return { $ref: `#/definitions/${definition}` };
    }

    /** Finds a declaration in a file or in the file that it imports the name from. */
    private find(file: string, name: string): Declaration {
        const source = this.read(file);
        for (const node of source.statements) {
            if ((ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name.text === name) return { node, file };
        }
        for (const node of source.statements.filter(ts.isImportDeclaration)) {
            const bindings = node.importClause?.namedBindings;
            const imported =
                bindings && ts.isNamedImports(bindings) ? bindings.elements.find(element => element.name.text === name) : undefined;
            const module = (node.moduleSpecifier as ts.StringLiteral).text;
            if (imported)
                return this.find(path.posix.join(path.posix.dirname(file), `${module}.ts`), (imported.propertyName ?? imported.name).text);
        }
        throw new Error(`${file} has no type ${name}.`);
    }

    private read(file: string): ts.SourceFile {
        const source =
            this.sources.get(file) ??
            ts.createSourceFile(file, readFileSync(path.join(ROOT, file), "utf8"), ts.ScriptTarget.ES2022, /* setParentNodes */ true);
        this.sources.set(file, source);
        return source;
    }
}

function textOfLiteral(type: ts.TypeNode): string {
    if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return type.literal.text;
    throw unsupported(type);
}

/** Returns the comment of a declaration, on one line. */
function descriptionOf(node: ts.Node): { description?: string } {
    const [comment] = ts.getJSDocCommentsAndTags(node);
    const text = comment && ts.getTextOfJSDocComment(comment.comment);
    return text ? { description: text.replace(/\s+/g, " ") } : {};
}

function unsupported(type: ts.TypeNode): Error {
    return new Error(`The type ${type.getText()} cannot be converted to a schema.`);
}
