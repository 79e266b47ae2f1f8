"use strict";
// Plays the engine with the protocol modules that Pulumi publishes: reads calls as JSON from standard input, writes the answers as JSON.
//   node client.js PORT < [{ "method": "Analyze", "request": { … } }, …]
const grpc = require("@grpc/grpc-js");
const messages = require("@pulumi/pulumi/proto/analyzer_pb.js");
const services = require("@pulumi/pulumi/proto/analyzer_grpc_pb.js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");

const requestTypes = {
    Analyze: messages.AnalyzeRequest, Remediate: messages.AnalyzeRequest, AnalyzeStack: messages.AnalyzeStackRequest,
    Configure: messages.ConfigureAnalyzerRequest, ConfigureStack: messages.AnalyzerStackConfigureRequest, Handshake: messages.AnalyzerHandshakeRequest,
};
const levels = messages.EnforcementLevel;
const nested = {
    options: messages.AnalyzerResourceOptions, provider: messages.AnalyzerProviderResource,
    customTimeouts: messages.AnalyzerResourceOptions.CustomTimeouts,
};

// A message from the JSON form of Protobuf: every field by its setter, maps entry by entry.
function fill(message, json) {
    for (const [name, value] of Object.entries(json)) {
        const setter = [name.slice(1), name.slice(1).toLowerCase()].map(rest => `set${name[0].toUpperCase()}${rest}`)
            .find(candidate => candidate in message || `${candidate}List` in message);
        if (name === "properties") {
            message.setProperties(Struct.fromJavaScript(value));
        } else if (name === "resources") {
            message.setResourcesList(value.map(r => fill(new messages.AnalyzerResource(), r)));
        } else if (name === "policyConfig") {
            for (const [policy, config] of Object.entries(value)) {
                message.getPolicyconfigMap().set(policy, fill(new messages.PolicyConfig(), config));
            }
        } else if (name === "propertyDependencies") {
            for (const [property, urns] of Object.entries(value)) {
                message.getPropertydependenciesMap().set(property, fill(new messages.AnalyzerPropertyDependencies(), urns));
            }
        } else if (name === "config" || name === "tags") {
            const map = name === "config" ? message.getConfigMap() : message.getTagsMap();
            Object.entries(value).forEach(([k, v]) => map.set(k, v));
        } else if (name === "enforcementLevel") {
            message.setEnforcementlevel(typeof value === "string" ? levels[value] : value);
        } else if (nested[name]) {
            message[setter](fill(new nested[name](), value));
        } else if (Array.isArray(value)) {
            message[`${setter}List`](value);
        } else {
            message[setter](value);
        }
    }
    return message;
}

// The answer with its Structs as plain JavaScript.
function plain(answer) {
    if (!answer) {
        return null;
    }
    const shown = answer.toObject();
    if (answer.getRemediationsList) {
        shown.remediationsList = answer.getRemediationsList().map(r => ({ ...r.toObject(), properties: r.getProperties()?.toJavaScript() ?? null }));
    }
    if (answer.getPoliciesList) {
        shown.policiesList = answer.getPoliciesList().map(p => ({ ...p.toObject(), configschema: p.getConfigschema()?.getProperties()?.toJavaScript() ?? null }));
    }
    return shown;
}

async function main() {
    let text = "";
    for await (const chunk of process.stdin) {
        text += chunk;
    }
    const limit = 400 * 1024 * 1024;
    const client = new services.AnalyzerClient(`127.0.0.1:${process.argv[2]}`, grpc.credentials.createInsecure(),
        { "grpc.max_receive_message_length": limit, "grpc.max_send_message_length": limit });
    const answers = [];
    for (const { method, request } of JSON.parse(text)) {
        const message = requestTypes[method] ? fill(new requestTypes[method](), request ?? {}) : new Empty();
        answers.push(await new Promise(resolve => client[method[0].toLowerCase() + method.slice(1)](message, { deadline: Date.now() + 60000 },
            (error, answer) => resolve(error ? { code: error.code, error: error.details } : { answer: plain(answer) }))));
    }
    process.stdout.write(JSON.stringify(answers));
    client.close();
}

main().catch(error => {
    console.error(error);
    process.exit(1);
});
