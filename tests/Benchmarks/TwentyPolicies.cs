using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Benchmarks;

/// <summary>Twenty policies as anybody would write them on our policy model: the twin of node/index.js, with the same verdicts.</summary>
internal static class TwentyPolicies
{
    private const string Vault = "azure:keyvault/keyVault:KeyVault";
    private const string Cluster = "azure:containerservice/kubernetesCluster:KubernetesCluster";
    private const string Namespace = "kubernetes:core/v1:Namespace";
    private const string NetworkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    private const string DiagnosticSetting = "azure:monitoring/diagnosticSetting:DiagnosticSetting";

    public static PolicyPack Pack { get; } = new("bench", "1.0.0", "The 20 benchmark policies.",
    [
        new Containers("pod-all-capabilities-are-dropped", container => container["securityContext.capabilities.drop"].Must("drop ALL", drop => drop.Items.Any(item => item.AsText == "ALL"))),
        new Containers("pod-image-has-a-digest", container => container["image"].Must("have a digest", image => HasDigest(image.AsText))),
        new Containers("pod-is-not-privileged", container => container["securityContext.privileged"].MustNotBe(true)),
        new Containers("pod-limits-are-set", container => container["resources.limits"].Must("have cpu and memory", limits => !limits["cpu"].IsAbsent && !limits["memory"].IsAbsent)),
        new Containers("pod-root-file-system-is-read-only", container => container["securityContext.readOnlyRootFilesystem"].MustBe(true)),
        new Containers("pod-runs-as-non-root", container => container.SecuritySetting("runAsNonRoot").MustBe(true)),
        new Containers("pod-seccomp-is-on", container => container.SecuritySetting("seccompProfile")["type"].MustBe("RuntimeDefault")),
        new Pods("pod-has-no-token", pod => pod["automountServiceAccountToken"].MustBe(false)),
        new Pods("pod-mounts-no-host-path", pod => pod["volumes"].Items.SelectMany(volume => volume["hostPath"].MustBeAbsent())),
        new Pods("pod-uses-no-host-network", pod => pod["hostNetwork"].MustNotBe(true)),
        new One("cluster-has-no-local-accounts", Cluster, cluster => cluster["localAccountDisabled"].MustBe(true)),
        new One("cluster-is-private", Cluster, cluster => cluster["privateClusterEnabled"].MustBe(true)),
        new One("cluster-uses-entra", Cluster, cluster => cluster["roleBasedAccessControlEnabled"].MustNotBe(false).Concat(cluster["azureActiveDirectoryRoleBasedAccessControl.azureRbacEnabled"].MustBe(true)).Take(1)),
        new One("registry-has-no-admin", "azure:containerservice/registry:Registry", registry => registry["adminEnabled"].MustNotBe(true)),
        new One("rule-lets-nobody-in", "azure:network/networkSecurityRule:NetworkSecurityRule", rule => rule["direction"].AsText == "Inbound" && rule["access"].AsText == "Allow" ? rule["sourceAddressPrefix"].MustNotBe("*", "Internet", "0.0.0.0/0") : []),
        new One("storage-is-not-public", "azure:storage/account:Account", account => account["allowNestedItemsToBePublic"].MustBe(false).Concat(account["minTlsVersion"].MustBe("TLS1_2")).Take(1)),
        new One("vault-has-no-public-network", Vault, vault => vault["publicNetworkAccessEnabled"].MustBe(false)),
        new One("vault-keeps-what-is-deleted", Vault, vault => vault["purgeProtectionEnabled"].MustBe(true)),
        new Whole("namespace-denies-by-default", Namespace, NamespacesWithoutDefaultDeny),
        new Whole("vault-is-logged", Vault, VaultsWithoutLog),
    ]);

    private static bool HasDigest(string? image) =>
        image?.LastIndexOf("@sha256:", StringComparison.Ordinal) is >= 0 and var at && image.Length - at == 72 && image.AsSpan(at + 8).TrimStart("0123456789abcdef").IsEmpty;

    private static IEnumerable<Finding> NamespacesWithoutDefaultDeny(Stack stack)
    {
        var denied = stack.OfType(NetworkPolicy)
            .Where(policy => !policy["spec.podSelector"].Members.Any() && policy["spec.policyTypes"].Items.Any(type => type.AsText == "Ingress") && !policy["spec.ingress"].Items.Any())
            .Select(policy => policy["metadata.namespace"].AsText).ToHashSet(StringComparer.Ordinal);
        return stack.OfType(Namespace).Where(space => !denied.Contains(space["metadata.name"].AsText)).Select(space => space.Violation("There must be a policy that denies by default"));
    }

    private static IEnumerable<Finding> VaultsWithoutLog(Stack stack)
    {
        var logged = stack.OfType(DiagnosticSetting).SelectMany(setting => setting.Dependencies).ToHashSet(StringComparer.Ordinal);
        return stack.OfType(Vault).Where(vault => !logged.Contains(vault.Urn)).Select(vault => vault.Violation("The vault must be logged"));
    }

    private static PolicyInfo Info(string id, params string[] types) => new()
    {
        Id = id,
        Title = id,
        Why = id,
        Severity = Severity.High,
        Types = types,
        Threats = [Threat.FullStack],
        Controls = [],
        Remediation = id,
        Good = [],
        Bad = [],
    };

    private sealed class One(string id, string type, Func<Resource, IEnumerable<Finding>> check) : ResourcePolicy(Info(id, type))
    {
        public override IEnumerable<Finding> Check(Resource resource) => check(resource);
    }

    private sealed class Pods(string id, Func<PodSpec, IEnumerable<Finding>> check) : WorkloadPolicy(Info(id))
    {
        public override IEnumerable<Finding> Check(PodSpec pod) => check(pod);
    }

    private sealed class Containers(string id, Func<Container, IEnumerable<Finding>> check) : WorkloadPolicy(Info(id))
    {
        public override IEnumerable<Finding> Check(PodSpec pod) => pod.Containers.SelectMany(check);
    }

    private sealed class Whole(string id, string type, Func<Stack, IEnumerable<Finding>> check) : StackPolicy(Info(id, type))
    {
        public override IEnumerable<Finding> Check(Stack stack) => check(stack);
    }
}
