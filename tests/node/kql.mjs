// kql.mjs DOCUMENT: reads {"tables": {name: "(column: type, ...)"}, "queries": {name: text}} and says, as JSON, what the Kusto language service finds wrong in each query.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";

const require = createRequire(import.meta.url);
for (const script of ["bridge.min.js", "Kusto.Language.Bridge.min.js"]) {
  runInThisContext(readFileSync(require.resolve(`@kusto/language-service-next/${script}`), "utf8"), { filename: script });
}

const { Bridge, Kusto: { Language } } = globalThis;
const { DatabaseSymbol, TableSymbol } = Language.Symbols;
const { tables, queries } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const database = new DatabaseSymbol.ctor("workspace", Object.entries(tables).map(([name, columns]) => new TableSymbol.$ctor7(name, columns, null)));
const globals = Language.GlobalState.Default.WithDatabase(database);
const answer = Object.entries(queries).map(([name, text]) => {
  const code = Language.KustoCode.ParseAndAnalyze(text, globals);
  const columns = code.ResultType?.Columns;
  return [name, {
    errors: Bridge.toArray(code.GetDiagnostics()).map(diagnostic => diagnostic.Message),
    columns: columns ? Object.fromEntries(Bridge.toArray(columns).map(column => [column.Name, column.Type.Name])) : {},
  }];
});
console.log(JSON.stringify(Object.fromEntries(answer)));
