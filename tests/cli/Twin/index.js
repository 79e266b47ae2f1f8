// The twin of Program.cs beside it: the same program on the other SDK.
const pulumi = require("@pulumi/pulumi");
const azure = require("@pulumi/azure");
const k8s = require("@pulumi/kubernetes");

const config = new pulumi.Config();
const client = azure.core.getClientConfigOutput();
const token = config.requireSecret("token");

class Vault extends pulumi.ComponentResource {
    constructor(name, group, opts) {
        super("twin:secrets:Vault", name, {}, opts);
        this.keyVault = new azure.keyvault.KeyVault(name, { name: "kv-twin", resourceGroupName: group.name, location: group.location, tenantId: client.tenantId, skuName: "premium", purgeProtectionEnabled: true }, { parent: this, protect: true });
        new azure.keyvault.Secret(`${name}-token`, { name: "token", keyVaultId: this.keyVault.id, value: token }, { parent: this, ignoreChanges: ["tags"], customTimeouts: { create: "90s" }, additionalSecretOutputs: ["contentType"] });
        this.registerOutputs({ uri: this.keyVault.vaultUri });
    }
}

const group = new azure.core.ResourceGroup("rg", { name: "rg-twin", location: config.require("region"), tags: { team: "llm" } }, { retainOnDelete: true });
const vault = new Vault("vault", group);
const other = new pulumi.StackReference("organization/twin/other");
const network = new azure.network.VirtualNetwork("spoke", {
    name: "vnet-twin", resourceGroupName: group.name, location: group.location, addressSpaces: ["10.0.0.0/16"], tags: { shared: other.getOutput("shared") },
}, { dependsOn: [vault], aliases: [{ name: "old-spoke" }], replaceOnChanges: ["tags"] });
const provider = new k8s.Provider("cluster", { kubeconfig: config.requireSecret("kubeconfig") });
const space = new k8s.core.v1.Namespace("inference", { metadata: { name: "inference", labels: { team: "llm" } } }, { provider });
new k8s.core.v1.ConfigMap("settings", {
    metadata: { namespace: space.metadata.name, name: "settings" }, data: { vault: vault.keyVault.vaultUri, both: pulumi.interpolate`${group.name}/${network.name}` },
}, { provider, deletedWith: space });
new k8s.core.v1.Secret("token", { metadata: { namespace: "inference", name: "token" }, stringData: { token } }, { provider, deleteBeforeReplace: true });

exports.vaultUri = vault.keyVault.vaultUri;
exports.token = token;
exports.shape = { zones: ["1", "2"], count: 3, group: group.name };
