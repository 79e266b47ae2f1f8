using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.CrossGuard.Tests;

/// <summary>The twin of node/pack/index.js on our policy model: same names, same types, same verdicts.</summary>
internal static class PeerPolicies
{
    public static PolicyPack Pack { get; } = new("peer", "1.0.0", "The test policies.",
    [
        new GroupHasOwner(), new GroupInRegion(), new SecretIsLong(), new StorageBlobsArePrivate(), new StorageSpeaksTls12(), new VaultIsLogged(), new VaultKeepsWhatIsDeleted(),
    ]);

    public static PolicyInfo Info(string id, string title, Severity severity, string type) => new()
    {
        Id = id,
        Title = title,
        Why = "It matters to the tests.",
        Severity = severity,
        Types = [type],
        Threats = [Threat.FullStack],
        Controls = [],
        Remediation = "Mend it.",
        Good = ["{}"],
        Bad = ["{}"],
    };

    private sealed class GroupHasOwner() : ResourcePolicy(Info("group-has-owner", "Resource groups say who owns them", Severity.Low, Calls.Group))
    {
        public override IEnumerable<Finding> Check(Resource group) => group["tags.owner"].Must("say who owns the group", _ => true);
    }

    private sealed class GroupInRegion() : ResourcePolicy(Info("group-in-region", "Resource groups stay in allowed regions", Severity.High, Calls.Group) with
    {
        Parameters = [new("regions", "The regions that are allowed.", """{ "type": "array", "items": { "type": "string" }, "default": ["westeurope"] }""", """["westeurope"]""")],
    })
    {
        public override IEnumerable<Finding> Check(Resource group) => throw new InvalidOperationException("The policy has a parameter.");

        public override IEnumerable<Finding> Check(Resource group, PolicyArguments arguments) =>
            group["location"].MustBeOneOf([.. arguments["regions"].Items.Select(region => region.Text)]);
    }

    private sealed class SecretIsLong() : ResourcePolicy(Info("secret-is-long", "Secrets are long", Severity.Medium, Calls.Secret))
    {
        public override IEnumerable<Finding> Check(Resource secret) => secret["value"].Must("be long", value => value.AsText?.Length >= 12);
    }

    private sealed class StorageBlobsArePrivate() : ResourcePolicy(Info("storage-blobs-are-private", "Blobs are private", Severity.High, Calls.Account))
    {
        public override bool CanRemediate => true;

        public override IEnumerable<Finding> Check(Resource account) => account["allowNestedItemsToBePublic"].MustBe(false);

        public override PropertyValue? Remediate(Resource account) => this.Check(account).OfType<Violation>().Any()
            ? PropertyValue.MapOf(account.Properties.Members.Append(new("allowNestedItemsToBePublic", PropertyValue.Of(false))))
            : null;
    }

    private sealed class StorageSpeaksTls12() : ResourcePolicy(Info("storage-speaks-tls12", "Storage speaks TLS 1.2", Severity.Critical, Calls.Account))
    {
        public override IEnumerable<Finding> Check(Resource account) => account["minTlsVersion"].MustBe("TLS1_2");
    }

    private sealed class VaultIsLogged() : StackPolicy(Info("vault-is-logged", "Vaults are logged", Severity.High, Calls.Vault))
    {
        public override IEnumerable<Finding> Check(Stack stack) =>
            from vault in stack.OfType(Calls.Vault)
            where !stack.OfType(Calls.DiagnosticSetting).Any(setting => setting.Dependencies.Contains(vault.Urn))
            select vault.Violation("The vault must be logged");
    }

    private sealed class VaultKeepsWhatIsDeleted() : ResourcePolicy(Info("vault-keeps-what-is-deleted", "Vaults keep what is deleted", Severity.High, Calls.Vault))
    {
        public override IEnumerable<Finding> Check(Resource vault) => vault["purgeProtectionEnabled"].MustBe(true);
    }
}
