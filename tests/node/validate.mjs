// validate.mjs SCHEMA DOCUMENT: says where the document (JSON or YAML) breaks the schema (JSON Schema draft-04 or 7, as JSON or exported by a module), and ends with 1 where it does.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Ajv from "ajv";
import Draft04 from "ajv-draft-04";
import { load } from "js-yaml";

const [schemaFile, file] = process.argv.slice(2);
const schema = schemaFile.endsWith(".js") ? (await import(pathToFileURL(resolve(schemaFile)))).schema : JSON.parse(readFileSync(schemaFile, "utf8"));
const document = load(readFileSync(file, "utf8"));
const Validator = schema.$schema?.includes("draft-04") ? Draft04.default ?? Draft04 : Ajv.default ?? Ajv;
const validate = new Validator({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(schema);
if (!validate(document)) {
  for (const error of validate.errors) {
    console.error(`${error.instancePath} ${error.message}`);
  }

  process.exit(1);
}
