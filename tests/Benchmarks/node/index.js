"use strict";
// The twin of TwentyPolicies.cs on the official policy SDK. Its packages are those of tests/policies/CrossGuard/node (by NODE_PATH). The resource
// types stand for the classes of @pulumi/azure and @pulumi/kubernetes, which real packs load as well: this pack starts faster than they do.
const { PolicyPack, validateResourceOfType } = require("@pulumi/policy");

const type = token => class { static __pulumiType = token; };
const Pod = type("kubernetes:core/v1:Pod");
const Deployment = type("kubernetes:apps/v1:Deployment");
const Cluster = type("azure:containerservice/kubernetesCluster:KubernetesCluster");
const Vault = type("azure:keyvault/keyVault:KeyVault");
const Account = type("azure:storage/account:Account");
const Registry = type("azure:containerservice/registry:Registry");
const Rule = type("azure:network/networkSecurityRule:NetworkSecurityRule");

const policies = [];
const add = (name, validateResource) => policies.push({ name, description: name, severity: "high", enforcementLevel: "mandatory", validateResource });

function pods(name, check) {
    add(name, [
        validateResourceOfType(Pod, (p, args, report) => check(p.spec ?? {}, report)),
        validateResourceOfType(Deployment, (d, args, report) => check(d.spec?.template?.spec ?? {}, report)),
    ]);
}

function containers(name, isBad) {
    pods(name, (spec, report) => [...(spec.initContainers ?? []), ...(spec.containers ?? [])].filter(c => isBad(c, spec)).forEach(c => report(c.name)));
}

function property(name, resource, isBad) {
    add(name, validateResourceOfType(resource, (props, args, report) => { if (isBad(props)) { report(name); } }));
}

containers("pod-all-capabilities-are-dropped", c => !(c.securityContext?.capabilities?.drop ?? []).includes("ALL"));
containers("pod-image-has-a-digest", c => !/@sha256:[0-9a-f]{64}$/.test(c.image ?? ""));
containers("pod-is-not-privileged", c => c.securityContext?.privileged === true);
containers("pod-limits-are-set", c => !c.resources?.limits?.cpu || !c.resources?.limits?.memory);
containers("pod-root-file-system-is-read-only", c => c.securityContext?.readOnlyRootFilesystem !== true);
containers("pod-runs-as-non-root", (c, spec) => (c.securityContext?.runAsNonRoot ?? spec.securityContext?.runAsNonRoot) !== true);
containers("pod-seccomp-is-on", (c, spec) => (c.securityContext?.seccompProfile ?? spec.securityContext?.seccompProfile)?.type !== "RuntimeDefault");
pods("pod-has-no-token", (spec, report) => { if (spec.automountServiceAccountToken !== false) { report("token"); } });
pods("pod-mounts-no-host-path", (spec, report) => (spec.volumes ?? []).filter(v => v.hostPath).forEach(v => report(v.name)));
pods("pod-uses-no-host-network", (spec, report) => { if (spec.hostNetwork === true) { report("host network"); } });
property("cluster-has-no-local-accounts", Cluster, c => c.localAccountDisabled !== true);
property("cluster-is-private", Cluster, c => c.privateClusterEnabled !== true);
property("cluster-uses-entra", Cluster, c => c.roleBasedAccessControlEnabled === false || c.azureActiveDirectoryRoleBasedAccessControl?.azureRbacEnabled !== true);
property("registry-has-no-admin", Registry, r => r.adminEnabled === true);
property("rule-lets-nobody-in", Rule, r => r.direction === "Inbound" && r.access === "Allow" && ["*", "Internet", "0.0.0.0/0"].includes(r.sourceAddressPrefix));
property("storage-is-not-public", Account, a => a.allowNestedItemsToBePublic !== false || a.minTlsVersion !== "TLS1_2");
property("vault-has-no-public-network", Vault, v => v.publicNetworkAccessEnabled !== false);
property("vault-keeps-what-is-deleted", Vault, v => v.purgeProtectionEnabled !== true);

policies.push({
    name: "namespace-denies-by-default", description: "namespace-denies-by-default", severity: "high", enforcementLevel: "mandatory",
    validateStack: (args, report) => {
        const denied = new Set(args.resources
            .filter(r => r.type === "kubernetes:networking.k8s.io/v1:NetworkPolicy")
            .filter(r => Object.keys(r.props.spec?.podSelector ?? {}).length === 0 && (r.props.spec?.policyTypes ?? []).includes("Ingress") && (r.props.spec?.ingress ?? []).length === 0)
            .map(r => r.props.metadata?.namespace));
        args.resources.filter(r => r.type === "kubernetes:core/v1:Namespace" && !denied.has(r.props.metadata?.name)).forEach(r => report(r.name, r.urn));
    },
}, {
    name: "vault-is-logged", description: "vault-is-logged", severity: "high", enforcementLevel: "mandatory",
    validateStack: (args, report) => {
        const logged = new Set(args.resources.filter(r => r.type === "azure:monitoring/diagnosticSetting:DiagnosticSetting").flatMap(r => r.dependencies.map(d => d.urn)));
        args.resources.filter(r => r.type === Vault.__pulumiType && !logged.has(r.urn)).forEach(r => report(r.name, r.urn));
    },
});

new PolicyPack("bench", { policies });
