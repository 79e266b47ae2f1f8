#!/usr/bin/env node
// A policy pack as an executable, on the protocol modules of @pulumi/pulumi: writes each request to RECORDER_FILE in the form of the recordings, and answers like the pack that was recorded.
const fs = require("fs");
const modules = process.env.RECORDER_MODULES;
const grpc = require(`${modules}/@grpc/grpc-js`);
const proto = require(`${modules}/@pulumi/pulumi/proto/analyzer_pb.js`);
const services = require(`${modules}/@pulumi/pulumi/proto/analyzer_grpc_pb.js`);
const plugin = require(`${modules}/@pulumi/pulumi/proto/plugin_pb.js`);
const empty = require(`${modules}/google-protobuf/google/protobuf/empty_pb.js`);
const { Struct } = require(`${modules}/google-protobuf/google/protobuf/struct_pb.js`);

const record = (method, request) => fs.appendFileSync(process.env.RECORDER_FILE, JSON.stringify({ method, request }) + "\n");
fs.writeFileSync(process.env.RECORDER_FILE, JSON.stringify({ method: "(started)", args: process.argv.slice(2), cwd: process.cwd(), env: Object.keys(process.env).filter(name => name.startsWith("PULUMI_")) }) + "\n");

// What is empty is left out, as JSON forms of protocol messages do.
const filled = map => Object.fromEntries(Object.entries(map).filter(([, value]) => !(value === undefined || value === "" || value === false || value === 0 || (Array.isArray(value) && value.length === 0))));
const props = message => message.getProperties() ? message.getProperties().toJavaScript() : undefined;
const options = given => given && filled({
    protect: given.getProtect(), ignoreChanges: given.getIgnorechangesList(), deleteBeforeReplace: given.getDeletebeforereplace(), deleteBeforeReplaceDefined: given.getDeletebeforereplacedefined(),
    additionalSecretOutputs: given.getAdditionalsecretoutputsList(), aliases: given.getAliasesList(), parent: given.getParent(),
    customTimeouts: given.getCustomtimeouts() && filled(given.getCustomtimeouts().toObject()),
});
const provider = given => given && filled({ type: given.getType(), properties: props(given), urn: given.getUrn(), name: given.getName() });
const resource = given => filled({ type: given.getType(), properties: props(given), urn: given.getUrn(), name: given.getName(), options: options(given.getOptions()), provider: provider(given.getProvider()) });
const stackResource = given => filled({
    ...resource(given), parent: given.getParent(), dependencies: given.getDependenciesList(),
    propertyDependencies: given.getPropertydependenciesMap().getLength() === 0 ? undefined : Object.fromEntries(given.getPropertydependenciesMap().toArray().map(([name]) => [name, { urns: given.getPropertydependenciesMap().get(name).getUrnsList() }])),
});
const levels = ["ADVISORY", "MANDATORY", "DISABLED", "REMEDIATE"];

const policies = [
    { name: "region-allowed", level: 1, severity: 3, schema: { allowed: { type: "array", items: { type: "string" } } } },
    { name: "tags-present", level: 0 }, { name: "fix-tls", level: 3 }, { name: "switched-off", level: 2 }, { name: "only-storage", level: 0 }, { name: "stack-has-vault", level: 1, stack: true },
];
const pack = { name: "recorder", version: "0.1.0" };
const diagnostic = (policy, level, message, urn) => {
    const made = new proto.AnalyzeDiagnostic();
    made.setPolicyname(policy); made.setPolicypackname(pack.name); made.setPolicypackversion(pack.version); made.setMessage(message); made.setEnforcementlevel(level); made.setUrn(urn ?? "");
    return made;
};

const misbehave = process.env.RECORDER_FAULT ?? "";
const implementation = {
    handshake: (call, done) => { record("Handshake", filled({ engineAddress: "127.0.0.1:PORT", rootDirectory: call.request.getRootDirectory(), programDirectory: call.request.getProgramDirectory() })); done(null, new proto.AnalyzerHandshakeResponse()); },
    configureStack: (call, done) => {
        const given = call.request;
        record("ConfigureStack", filled({ stack: given.getStack(), project: given.getProject(), organization: given.getOrganization(), dryRun: given.getDryRun(), configSecretKeys: given.getConfigSecretKeysList(), config: Object.fromEntries(given.getConfigMap().toArray()) }));
        done(null, new proto.AnalyzerStackConfigureResponse());
    },
    getPluginInfo: (_, done) => { record("GetPluginInfo", {}); const info = new plugin.PluginInfo(); info.setVersion(pack.version); done(null, info); },
    getAnalyzerInfo: (_, done) => {
        record("GetAnalyzerInfo", {});
        const info = new proto.AnalyzerInfo();
        info.setName(misbehave === "nameless" ? "" : pack.name); info.setVersion(pack.version); info.setSupportsconfig(misbehave !== "unconfigurable");
        info.setPoliciesList(policies.map(policy => {
            const made = new proto.PolicyInfo();
            made.setName(policy.name); made.setEnforcementlevel(policy.level); made.setSeverity(policy.severity ?? 0); made.setPolicyType(policy.stack ? 2 : 1);
            if (policy.schema) { const schema = new proto.PolicyConfigSchema(); schema.setProperties(Struct.fromJavaScript(policy.schema)); made.setConfigschema(schema); }
            return made;
        }));
        done(null, info);
    },
    configure: (call, done) => {
        record("Configure", { policyConfig: Object.fromEntries(call.request.getPolicyconfigMap().toArray().map(([name, config]) => {
            const message = call.request.getPolicyconfigMap().get(name);
            return [name, filled({ enforcementLevel: message.getEnforcementlevel() === 0 ? "" : levels[message.getEnforcementlevel()], properties: props(message) })];
        })) });
        done(null, new empty.Empty());
    },
    remediate: (call, done) => {
        record("Remediate", resource(call.request));
        const answer = new proto.RemediateResponse();
        const given = props(call.request);
        if (given.minTlsVersion === "TLS1_0") {
            const made = new proto.Remediation();
            made.setPolicyname("fix-tls"); made.setPolicypackname(pack.name); made.setProperties(Struct.fromJavaScript({ ...given, minTlsVersion: "TLS1_2" }));
            answer.setRemediationsList([made]);
        }
        done(null, answer);
    },
    analyze: (call, done) => {
        record("Analyze", resource(call.request));
        if (misbehave === "dies" && call.request.getType().startsWith("azure:")) { process.stderr.write("out of luck\n"); process.exit(7); }
        if (misbehave === "hangs") { return; }
        if (misbehave === "throws") { return done({ code: grpc.status.UNKNOWN, details: "the policy gave up" }); }
        const answer = new proto.AnalyzeResponse();
        const given = props(call.request);
        const found = [];
        if (call.request.getType().startsWith("azure:") && given.tags === undefined) { found.push(diagnostic("tags-present", 0, "No tags.\nAdd at least `owner`.")); }
        if (typeof given.location === "string" && !["westeurope", "swedencentral"].includes(given.location)) { found.push(diagnostic("region-allowed", 1, `${given.location} is not allowed.`)); }
        answer.setDiagnosticsList(found);
        done(null, answer);
    },
    analyzeStack: (call, done) => {
        record("AnalyzeStack", { resources: call.request.getResourcesList().map(stackResource) });
        const answer = new proto.AnalyzeResponse();
        if (!call.request.getResourcesList().some(one => one.getType() === "azure:keyvault/keyVault:KeyVault")) { answer.setDiagnosticsList([diagnostic("stack-has-vault", 1, "No vault.", "urn:pulumi:elsewhere")]); }
        done(null, answer);
    },
    cancel: (_, done) => { record("Cancel", {}); done(null, new empty.Empty()); },
};

const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
server.addService(services.AnalyzerService, implementation);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => { if (error) { throw error; } console.log(port); });
