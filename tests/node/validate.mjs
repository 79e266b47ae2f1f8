// validate.mjs SCHEMA DOCUMENT: says where the document breaks the schema (JSON Schema draft-04 or 7), and ends with 1 where it does.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import Draft04 from "ajv-draft-04";

const [schema, document] = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, "utf8")));
const Validator = schema.$schema?.includes("draft-04") ? Draft04.default ?? Draft04 : Ajv.default ?? Ajv;
const validate = new Validator({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(schema);
if (!validate(document)) {
  for (const error of validate.errors) {
    console.error(`${error.instancePath} ${error.message}`);
  }

  process.exit(1);
}
