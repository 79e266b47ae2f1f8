// Reads a provider's npm package and writes the kept part of its schema, in the form of the Pulumi package schema: facts only, sorted, diffable.
// Usage: node extract.mjs [azure|kubernetes|tls ...]   (all by default; run `npm ci` first)
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const projects = { azure: "Pulumi.Azure", kubernetes: "Pulumi.Kubernetes", tls: "Pulumi.Tls" };

for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(projects)) {
  if (!projects[name]) {
    console.error(`The provider must be one of ${Object.keys(projects).join(", ")}, but is '${name}'.`);
    process.exit(2);
  }
  extract(name, path.join(here, "..", projects[name]));
}

function extract(name, project) {
  const root = path.dirname(require.resolve(`@pulumi/${name}/package.json`));
  const kept = fs.readFileSync(path.join(project, "types.txt"), "utf8").split("\n").map(line => line.replace(/#.*/, "").trim()).filter(Boolean);
  const tokens = kept.filter(line => !line.includes(" "));
  const types = readTypes(root);
  const schema = {
    name,
    version: JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")).version,
    resources: {},
    functions: {},
    config: {},
    types: {},
  };
  const index = indexOf(root);
  const context = { name, notes: readNotes(kept), types, schema, wanted: [] };

  for (const token of tokens) {
    const file = index.get(token);
    if (!file) {
      console.error(`${path.relative(process.cwd(), path.join(project, "types.txt"))}: the package @pulumi/${name} ${schema.version} has no '${token}'.`);
      process.exit(1);
    }
    if (/:get[A-Z]/.test(token)) schema.functions[token] = readFunction(context, token, file);
    else schema.resources[token] = readResource(context, token, file);
  }
  schema.provider = readProvider(context, root);
  schema.config = readConfig(context, root);

  // The types that the kept resources and functions lead to.
  for (let next = context.wanted.pop(); next; next = context.wanted.pop()) {
    if (schema.types[next]) continue;
    schema.types[next] = readType(context, next);
  }
  const unused = [...context.notes].filter(([, note]) => !note.used).map(([property]) => property);
  if (unused.length) {
    console.error(`${path.relative(process.cwd(), path.join(project, "types.txt"))}: no kept type has ${unused.join(", ")}.`);
    process.exit(1);
  }
  fs.writeFileSync(path.join(project, "schema.json"), JSON.stringify(sorted(schema), null, 1) + "\n");
  console.log(`${name} ${schema.version}: ${Object.keys(schema.resources).length} resources, ${Object.keys(schema.functions).length} functions, ${Object.keys(schema.types).length} types`);
}

// What the npm package does not tell of a property: the lines of two or three words.
function readNotes(kept) {
  const notes = new Map();
  for (const line of kept.filter(line => line.includes(" "))) {
    const [fact, property, value] = line.split(/\s+/);
    if (!["double", "json", "secret", "name"].includes(fact)) {
      console.error(`A line must be a token, or begin with double, json, secret or name, but is '${line}'.`);
      process.exit(1);
    }
    notes.set(property, { ...notes.get(property), [fact]: value ?? true });
  }
  return notes;
}

// Type and function tokens of a package, each with its file.
function indexOf(root) {
  const index = new Map();
  for (const entry of fs.readdirSync(root, { recursive: true })) {
    if (!entry.endsWith(".js") || entry.startsWith("node_modules") || entry.startsWith("types") || entry.endsWith("index.js")) continue;
    const text = fs.readFileSync(path.join(root, entry), "utf8");
    const type = /__pulumiType = '([^']+)'/.exec(text)?.[1] ?? /pulumi\.runtime\.invoke\("([^"]+)"/.exec(text)?.[1];
    if (type?.includes(":")) index.set(type, path.join(root, entry.slice(0, -3)));
  }
  return index;
}

// The nested types of inputs, outputs and enums, by their qualified names.
function readTypes(root) {
  const found = { inputs: new Map(), outputs: new Map(), enums: new Map(), code: fs.readFileSync(path.join(root, "types", "input.js"), "utf8") };
  for (const side of ["input", "output"]) {
    const file = path.join(root, "types", `${side}.d.ts`);
    if (!fs.existsSync(file)) continue;
    const walk = (node, prefix) => {
      if (ts.isInterfaceDeclaration(node)) found[`${side}s`].set([...prefix, node.name.text].join("."), node);
      else if (ts.isModuleDeclaration(node)) ts.forEachChild(node.body, child => walk(child, [...prefix, node.name.text]));
    };
    ts.forEachChild(parse(file), node => walk(node, []));
  }
  const enums = path.join(root, "types", "enums");
  for (const entry of fs.existsSync(enums) ? fs.readdirSync(enums, { recursive: true }) : []) {
    if (!entry.endsWith("index.d.ts")) continue;
    const prefix = path.dirname(entry).split(path.sep).filter(part => part !== ".");
    ts.forEachChild(parse(path.join(enums, entry)), node => {
      if (!ts.isVariableStatement(node)) return;
      const declaration = node.declarationList.declarations[0];
      const members = declaration.type?.members?.filter(ts.isPropertySignature) ?? [];
      found.enums.set([...prefix, declaration.name.text].join("."), members.map(member => ({ name: member.name.text, value: literal(member.type) })));
    });
  }
  return found;
}

function readResource(context, token, file) {
  const declarations = parse(`${file}.d.ts`);
  const code = fs.readFileSync(`${file}.js`, "utf8");
  const name = token.split(":").pop();
  const resource = { inputProperties: {}, properties: {} };
  ts.forEachChild(declarations, node => {
    if (ts.isClassDeclaration(node) && node.name.text === name) {
      resource.properties = members(context, node, "outputs", `${token}`);
      addDeprecation(resource, node);
    }
    else if (ts.isInterfaceDeclaration(node) && node.name.text === `${name}Args`) resource.inputProperties = members(context, node, "inputs", `${token}`);
    else if (ts.isInterfaceDeclaration(node) && node.name.text === `${name}State`) resource.stateInputs = members(context, node, "inputs", `${token}`);
  });
  split(resource, "properties", "required");
  split(resource, "stateInputs", null);
  split(resource, "inputProperties", null);
  resource.requiredInputs = [...code.matchAll(/Missing required property '([^']+)'/g)].map(match => match[1]);
  for (const match of code.matchAll(/resourceInputs\["([^"]+)"\] = (.*);/g)) {
    const [, property, value] = match;
    if (/pulumi\.secret\(args\./.test(value) && resource.inputProperties[property]) resource.inputProperties[property].secret = true;
    if (/^"[^"]*"$/.test(value) && resource.inputProperties[property]) resource.inputProperties[property].const = JSON.parse(value);
    const fallback = /\(args\?\.\w+\) \?\? (true|false|-?\d+(?:\.\d+)?|"[^"]*")$/.exec(value)?.[1];
    if (fallback && resource.inputProperties[property]) resource.inputProperties[property].default = JSON.parse(fallback);
  }
  const list = (pattern) => { const found = pattern.exec(code)?.[1]; return found ? [...found.matchAll(/"([^"]+)"/g)].map(match => match[1]) : []; };
  resource.aliases = list(/aliases: \[([^\]]*)\]/);
  resource.secretOutputs = list(/additionalSecretOutputs: \[([^\]]*)\]/);
  resource.replaceOnChanges = list(/replaceOnChanges: \[([^\]]*)\]/);
  if (/extends pulumi\.ComponentResource/.test(code)) resource.isComponent = true;
  for (const [property, spec] of Object.entries(resource.stateInputs ?? {})) {
    if (resource.inputProperties[property]?.secret || resource.secretOutputs.includes(property)) spec.secret = true;
  }
  return resource;
}

function readFunction(context, token, file) {
  const name = token.split(":").pop();
  const title = name[0].toUpperCase() + name.slice(1);
  const found = { inputs: {}, outputs: {} };
  ts.forEachChild(parse(`${file}.d.ts`), node => {
    if (ts.isFunctionDeclaration(node) && node.name.text === name) addDeprecation(found, node);
    if (!ts.isInterfaceDeclaration(node)) return;
    if (node.name.text === `${title}Args`) found.inputs = members(context, node, "inputs", token);
    if (node.name.text === `${title}Result`) found.outputs = members(context, node, "outputs", token);
  });
  const required = Object.entries(found.inputs).filter(([, spec]) => !spec.optional).map(([key]) => key);
  split(found, "inputs", null);
  split(found, "outputs", "required");
  found.requiredInputs = required;
  return found;
}

function readProvider(context, root) {
  const code = fs.readFileSync(path.join(root, "provider.js"), "utf8");
  const provider = { inputProperties: {}, properties: {} };
  ts.forEachChild(parse(path.join(root, "provider.d.ts")), node => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === "ProviderArgs") provider.inputProperties = members(context, node, "inputs", "provider");
    if (ts.isClassDeclaration(node)) provider.properties = members(context, node, "outputs", "provider");
  });
  split(provider, "inputProperties", null);
  split(provider, "properties", "required");
  for (const match of code.matchAll(/resourceInputs\["([^"]+)"\] = (.*);/g)) {
    const [, property, value] = match;
    const spec = provider.inputProperties[property];
    if (/pulumi\.secret\(args\./.test(value)) spec.secret = true;
    addDefault(spec, value);
  }
  if (/pulumi\.runtime\.call\("pulumi:providers:\w+\/terraformConfig"/.test(code)) provider.terraformConfig = true;
  provider.secretOutputs = [...(/additionalSecretOutputs: \[([^\]]*)\]/.exec(code)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(match => match[1]);
  return provider;
}

// The stack's configuration of the provider, which the package offers as a static class.
function readConfig(context, root) {
  const config = {};
  if (!fs.existsSync(path.join(root, "config"))) {
    // Then the configuration is the provider's arguments, as far as they are single values.
    const single = Object.entries(context.schema.provider.inputProperties).filter(([, spec]) => ["string", "boolean", "integer"].includes(spec.type));
    return Object.fromEntries(single.map(([name, { secret, ...spec }]) => [name, spec]));
  }
  const code = fs.readFileSync(path.join(root, "config", "vars.js"), "utf8");
  ts.forEachChild(parse(path.join(root, "config", "vars.d.ts")), node => {
    if (!ts.isVariableStatement(node)) return;
    const { name, type } = node.declarationList.declarations[0];
    config[name.text] = typeOf(context, type, "outputs", `config.${name.text}`).spec;
    addDefault(config[name.text], new RegExp(`return (__config\\.\\w+\\("${name.text}"\\).*);`).exec(code)?.[1] ?? "");
  });
  return config;
}

// A default that is taken from the environment, or fixed.
function addDefault(spec, code) {
  const found = /utilities\.getEnv\w*\(([^)]*)\)\)?(?: (?:\|\||\?\?) \(?("[^"]*"|true|false))?/.exec(code);
  if (found) spec.defaultInfo = { environment: [...found[1].matchAll(/"([^"]+)"/g)].map(match => match[1]), ...(found[2] ? { value: JSON.parse(found[2]) } : {}) };
}

// A nested type: what inputs and outputs say of it, together.
function readType(context, token) {
  const qualified = token.slice(context.name.length + 1).replace(/\//g, ".").replace(":", ".");
  const key = qualified.startsWith("index.") ? qualified.slice("index.".length) : qualified;
  if (context.types.enums.has(key)) return { type: "string", enum: context.types.enums.get(key) };
  const input = context.types.inputs.get(key);
  const output = context.types.outputs.get(key);
  if (!input && !output) throw new Error(`There is no type ${key}.`);
  const inputs = input ? members(context, input, "inputs", token) : {};
  const outputs = output ? members(context, output, "outputs", token) : {};
  const type = { type: "object", properties: {} };
  for (const [name, spec] of [...Object.entries(outputs), ...Object.entries(inputs)]) {
    const { optional, ...rest } = spec;
    type.properties[name] = { ...type.properties[name], ...rest };
  }
  const short = key.split(".").pop();
  const defaults = context.types.code.split(`\nfunction ${short[0].toLowerCase()}${short.slice(1)}ProvideDefaults(`)[1]?.split("\n}")[0] ?? "";
  for (const [, name, code] of defaults.matchAll(/\(val\.(\w+)\) \?\? (.*),/g)) addDefault(type.properties[name], code);
  // Whether an output may be missing follows from the inputs, where there are some: so the official C# packages have it.
  type.required = Object.entries(input ? inputs : outputs).filter(([, spec]) => !spec.optional).map(([name]) => name);
  const inputOnly = Object.keys(inputs).filter(name => output && !(name in outputs));
  const outputOnly = Object.keys(outputs).filter(name => input && !(name in inputs));
  if (inputOnly.length) type.inputOnly = inputOnly;
  if (outputOnly.length) type.outputOnly = outputOnly;
  return type;
}

function members(context, node, side, owner) {
  const found = {};
  for (const member of node.members) {
    if (!ts.isPropertySignature(member) && !ts.isPropertyDeclaration(member)) continue;
    if (member.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.StaticKeyword)) continue;
    const name = member.name.text;
    const { spec, optional } = typeOf(context, member.type, side, `${owner}.${name}`);
    found[name] = { ...spec, ...(member.questionToken || optional ? { optional: true } : {}) };
    // The C# classes mark inputs that are lists or maps, and no others.
    if (side === "inputs" && ["array", "object"].includes(spec.type)) addDeprecation(found[name], member);
    const note = noteOf(context, `${owner}.${name}`);
    if (note?.secret && side === "inputs") found[name].secret = true;
    if (note?.name) found[name].name = note.name;
  }
  return found;
}

// The message of @deprecated; a wire name in it becomes the C# name, as the official packages have it.
function addDeprecation(spec, node) {
  const tag = ts.getJSDocDeprecatedTag(node);
  if (tag) spec.deprecationMessage = ts.getTextOfJSDocComment(tag.comment).trim().replace(/`([a-z])(\w*)`/g, (_, first, rest) => `\`${first.toUpperCase()}${rest}\``);
}

function noteOf(context, property) {
  const note = context.notes.get(property);
  if (note) note.used = true;
  return note;
}

function split(target, key, required) {
  if (!target[key]) return;
  const names = [];
  for (const [name, spec] of Object.entries(target[key])) {
    if (!spec.optional) names.push(name);
    delete spec.optional;
  }
  if (required) target[required] = names;
}

function typeOf(context, node, side, owner) {
  if (ts.isTypeReferenceNode(node)) {
    const name = node.typeName.getText();
    if (name === "pulumi.Input" || name === "pulumi.Output" || name === "Promise") return typeOf(context, node.typeArguments[0], side, owner);
    if (name === "pulumi.ID") return { spec: { type: "string" } };
    if (name === "Array") return { spec: { type: "array", items: typeOf(context, node.typeArguments[0], side, owner).spec } };
    if (name.startsWith("pulumi.asset.")) return { spec: { $ref: `pulumi.json#/${name === "pulumi.asset.Archive" ? "Archive" : "Asset"}` } };
    const ref = /^(inputs|outputs|enums)\.(.*)$/.exec(name);
    if (ref) {
      const parts = ref[2].split(".");
      const type = parts.pop();
      const token = `${context.name}:${parts.join("/") || "index"}:${type}`;
      context.wanted.push(token);
      return { spec: { $ref: `#/types/${token}` } };
    }
    throw new Error(`${owner}: unknown type ${name}`);
  }
  if (ts.isArrayTypeNode(node)) return { spec: { type: "array", items: typeOf(context, node.elementType, side, owner).spec } };
  if (ts.isParenthesizedTypeNode(node)) return typeOf(context, node.type, side, owner);
  if (ts.isTypeLiteralNode(node)) {
    const value = node.members.find(ts.isIndexSignatureDeclaration);
    return { spec: { type: "object", additionalProperties: typeOf(context, value.type, side, owner).spec } };
  }
  if (ts.isUnionTypeNode(node)) {
    const rest = node.types.filter(type => type.kind !== ts.SyntaxKind.UndefinedKeyword);
    const optional = rest.length < node.types.length;
    if (rest.length === 1) return { spec: typeOf(context, rest[0], side, owner).spec, optional };
    const specs = rest.map(type => typeOf(context, type, side, owner).spec);
    if (specs.every(spec => spec.$ref?.startsWith("pulumi.json#/As") || spec.$ref?.startsWith("pulumi.json#/Ar"))) return { spec: { $ref: "pulumi.json#/Asset" }, optional };
    return { spec: { oneOf: specs }, optional };
  }
  if (ts.isLiteralTypeNode(node)) return { spec: { type: "string", const: literal(node) } };
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword: return { spec: { type: "string" } };
    case ts.SyntaxKind.BooleanKeyword: return { spec: { type: "boolean" } };
    case ts.SyntaxKind.NumberKeyword: return { spec: { type: noteOf(context, owner)?.double ? "number" : "integer" } };
    case ts.SyntaxKind.AnyKeyword: return { spec: { $ref: noteOf(context, owner)?.json ? "pulumi.json#/Json" : "pulumi.json#/Any" } };
    default: throw new Error(`${owner}: unknown type ${node.getText()}`);
  }
}

function literal(node) {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

function parse(file) {
  return ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => !(Array.isArray(member) && member.length === 0)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, member]) => [key, sorted(member)]));
}
