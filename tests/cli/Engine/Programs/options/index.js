// A small program for each resource option. The configuration says which ones run, and whether it is the first or the second run.
const pulumi = require("@pulumi/pulumi");
const azure = require("@pulumi/azure");

const config = new pulumi.Config();
const second = config.requireNumber("run") === 2;
const moved = { location: second ? "northeurope" : "westeurope" }; // replaces
const tagged = { tags: { run: second ? "2" : "1" } }; // updates in place

const group = (name, args, options) => new azure.core.ResourceGroup(name, { name, location: "westeurope", ...args }, options);
const component = (name, options) => new pulumi.ComponentResource("options:index:Component", name, {}, options);
const provider = (name) => new azure.Provider(name, { features: {} });

const programs = {
  additionalSecretOutputs: (name) => group(name, {}, { additionalSecretOutputs: ["location"] }),
  aliases: (name) => (second ? group(`${name}-new`, { name }, { aliases: [{ name }] }) : group(name)),
  customTimeouts: (name) => group(name, {}, { customTimeouts: { create: "5m", delete: "1h30m" } }),
  deletedWith: (name) => group(name, {}, { deletedWith: group(`${name}-other`) }),
  deleteBeforeReplace: (name) => group(name, moved, { deleteBeforeReplace: false }),
  dependsOn: (name) => group(name, {}, { dependsOn: [group(`${name}-other`), component(`${name}-component`)] }),
  hooks: (name) => group(name, {}, { hooks: { beforeCreate: [new pulumi.ResourceHook("hook", () => {})] } }),
  ignoreChanges: (name) => group(name, tagged, { ignoreChanges: ["tags"] }),
  import: (name) => group(name, {}, { import: `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${name}` }),
  parent: (name) => group(name, {}, { parent: component(`${name}-component`) }),
  pluginDownloadURL: (name) => group(name, {}, { pluginDownloadURL: "https://plugins.example.com/azure" }),
  protect: (name) => second || group(name, {}, { protect: true }),
  provider: (name) => group(name, {}, { provider: provider(`${name}-provider`) }),
  providers: (name) => group(name, {}, { parent: component(`${name}-component`, { providers: { azure: provider(`${name}-provider`) } }) }),
  replaceOnChanges: (name) => group(name, tagged, { replaceOnChanges: ["tags"] }),
  replacementTrigger: (name) => group(name, {}, { replacementTrigger: second ? "2" : "1" }),
  replaceWith: (name) => group(name, {}, { replaceWith: [group(`${name}-other`, moved)] }),
  retainOnDelete: (name) => second || group(name, {}, { retainOnDelete: true }),
  transforms: (name) => group(name, {}, { transforms: [() => undefined] }),
  urn: (name) => {
    const known = group(name);
    known.urn.apply((urn) => new azure.core.ResourceGroup(`${name}-known`, undefined, { urn }).location.apply((location) => pulumi.log.info(`found ${location}`)));
  },
  version: (name) => group(name, {}, { version: "6.1.0" }),
};

for (const name of config.requireObject("programs")) programs[name](name);
