"use strict";
// The twin of PeerPolicies.cs on the official policy SDK: same names, same types, same verdicts.
const { PolicyPack, remediateResourceOfType, validateResourceOfType } = require("@pulumi/policy");

const type = token => class { static __pulumiType = token; };
const Account = type("azure:storage/account:Account");
const Group = type("azure:core/resourceGroup:ResourceGroup");
const Vault = type("azure:keyvault/keyVault:KeyVault");
const Secret = type("azure:keyvault/secret:Secret");

new PolicyPack("peer", {
    policies: [
        {
            name: "group-has-owner", description: "Resource groups say who owns them", severity: "low", enforcementLevel: "advisory",
            validateResource: validateResourceOfType(Group, (group, args, report) => {
                if (group.tags === undefined || group.tags.owner === undefined) { report("No owner."); }
            }),
        },
        {
            name: "group-in-region", description: "Resource groups stay in allowed regions", severity: "high", enforcementLevel: "mandatory",
            configSchema: { properties: { regions: { type: "array", items: { type: "string" }, default: ["westeurope"] } } },
            validateResource: validateResourceOfType(Group, (group, args, report) => {
                if (!args.getConfig().regions.includes(group.location)) { report("Not an allowed region."); }
            }),
        },
        {
            name: "secret-is-long", description: "Secrets are long", severity: "medium", enforcementLevel: "advisory",
            validateResource: validateResourceOfType(Secret, (secret, args, report) => {
                if (secret.value.length < 12) { report("Too short."); }
            }),
        },
        {
            name: "storage-blobs-are-private", description: "Blobs are private", severity: "high", enforcementLevel: "mandatory",
            validateResource: validateResourceOfType(Account, (account, args, report) => {
                if (account.allowNestedItemsToBePublic !== false) { report("Blobs may be public."); }
            }),
            remediateResource: remediateResourceOfType(Account, account => {
                if (account.allowNestedItemsToBePublic !== false) { account.allowNestedItemsToBePublic = false; return account; }
            }),
        },
        {
            name: "storage-speaks-tls12", description: "Storage speaks TLS 1.2", severity: "critical", enforcementLevel: "mandatory",
            validateResource: validateResourceOfType(Account, (account, args, report) => {
                if (account.minTlsVersion !== "TLS1_2") { report("Old TLS."); }
            }),
        },
        {
            name: "vault-is-logged", description: "Vaults are logged", severity: "high", enforcementLevel: "mandatory",
            // validateStackResourcesOfType would hide the settings; the type says when the policy does not apply.
            validateStack: Object.assign((args, report) => {
                const settings = args.resources.filter(r => r.type === "azure:monitoring/diagnosticSetting:DiagnosticSetting");
                for (const vault of args.resources.filter(r => r.type === Vault.__pulumiType)) {
                    if (!settings.some(s => s.dependencies.some(d => d.urn === vault.urn))) { report("Not logged.", vault.urn); }
                }
            }, { __pulumiType: Vault.__pulumiType }),
        },
        {
            name: "vault-keeps-what-is-deleted", description: "Vaults keep what is deleted", severity: "high", enforcementLevel: "mandatory",
            validateResource: validateResourceOfType(Vault, (vault, args, report) => {
                if (vault.purgeProtectionEnabled !== true) { report("Purges."); }
            }),
        },
    ],
});
