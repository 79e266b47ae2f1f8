using System.Globalization;
using System.Net;
using System.Text.Json;
using LlmOpsSecure.Infra.Cluster;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>Reads and checks the <c>llmops:</c> keys of a stack. All errors are reported at once.</summary>
public static class SettingsReader
{
    private const string Namespace = "llmops:";

    /// <summary>The settings of the running program, which the engine hands over in <c>PULUMI_CONFIG</c> and <c>PULUMI_CONFIG_SECRET_KEYS</c>.</summary>
    public static StackSettings FromEnvironment()
    {
        var config = JsonSerializer.Deserialize<Dictionary<string, string>>(Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? "{}")!;
        var secrets = JsonSerializer.Deserialize<HashSet<string>>(Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS") ?? "[]")!;
        return Read(config, secrets);
    }

    /// <summary>Reads settings from full keys and their texts, where objects are JSON. Throws <see cref="SettingsException"/> with every error.</summary>
    public static StackSettings Read(IReadOnlyDictionary<string, string> config, IReadOnlySet<string> secretKeys)
    {
        var errors = new List<SettingError>();
        var values = config.Where(pair => pair.Key.StartsWith(Namespace, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[Namespace.Length..], pair => Parse(pair.Value), StringComparer.Ordinal);
        var secrets = secretKeys.Where(key => key.StartsWith(Namespace, StringComparison.Ordinal)).Select(key => key[Namespace.Length..]).ToHashSet(StringComparer.Ordinal);
        secrets.UnionWith(["issuer", "rateLimitPassword"]);
        var root = new SettingsNode(Namespace, values, errors, secrets);
        var settings = Stack(root);
        root.RefuseUnknown();
        SettingsChecks.Check(settings, errors);
        return errors.Count == 0 ? settings : throw new SettingsException(errors);
    }

    private static StackSettings Stack(SettingsNode node)
    {
        var layer = Enum.Parse<Layer>(Choice(node, "layer", ["all", "platform", "workloads"], "all"), ignoreCase: true);
        return new()
        {
            Layer = layer,
            PlatformStack = node.OptionalText("platformStack", Rule.StackName, required: layer == Layer.Workloads),
            ManifestFolder = node.OptionalText("manifestFolder", Rule.Text),
            Name = node.Text("name", Rule.SystemName),
            Environment = Choice(node, "environment", ["development", "production"], null),
            Location = node.Text("location", Rule.Region),
            TenantId = node.Text("tenantId", Rule.Guid),
            SubscriptionId = node.Text("subscriptionId", Rule.Guid),
            Owner = node.Text("owner", Rule.Mail),
            Start = node.Text("start", Rule.Month) is { Length: > 0 } start ? DateOnly.ParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture) : default,
            CostCenter = node.Text("costCenter", Rule.Text),
            DataClassification = Choice(node, "dataClassification", ["internal", "confidential", "restricted"], "confidential"),
            DedicatedTenants = node.Flag("dedicatedTenants", false),
            KillSwitch = node.Flag("killSwitch", false),
            Groups = node.Object("groups", Groups),
            Network = node.Object("network", Network),
            Cluster = node.Object("cluster", Cluster),
            Gpu = node.Object("gpu", Gpu),
            Models = node.Objects("models", Model, required: true),
            Tenants = node.Objects("tenants", Tenant, required: true),
            Sandboxes = node.Objects("sandboxes", Sandbox),
            Gateway = node.Object("gateway", Gateway),
            Audit = node.Object("audit", Audit),
            Budget = node.Object("budget", Budget),
            Images = node.Map("images", Rule.OneOf([.. Registry.Images.Names]), Rule.Digest),
            Issuer = node.Has("issuer") ? node.Object("issuer", Issuer) : null,
            RateLimitPassword = node.OptionalText("rateLimitPassword", new Rule("be 16 to 128 letters and digits", text => text.Length is >= 16 and <= 128 && text.All(char.IsAsciiLetterOrDigit))) is { } password ? new SecretText(password) : null,
        };
    }

    private static GroupSettings Groups(SettingsNode node) =>
        new(node.Text("clusterAdmins", Rule.Guid), node.Text("auditors", Rule.Guid), node.Text("approvers", Rule.Guid), node.Text("modelPublishers", Rule.Guid));

    private static NetworkSettings Network(SettingsNode node)
    {
        var egress = Enum.Parse<EgressMode>(Choice(node, "egress", ["firewall", "hub", "none"], "firewall"), ignoreCase: true);
        return new()
        {
            AddressSpace = Range(node, "addressSpace", "10.40.0.0/16", 8, 22),
            PodRange = Range(node, "podRange", "172.20.0.0/14", 8, 18),
            ServiceRange = Range(node, "serviceRange", "172.16.0.0/20", 12, 22),
            Subnets = Subnets(node),
            Egress = egress,
            HubNetworkId = node.OptionalText("hubNetworkId", Rule.ResourceId("Microsoft.Network/virtualNetworks"), required: egress == EgressMode.Hub),
            HubFirewallAddress = node.OptionalText("hubFirewallAddress", Rule.Address, required: egress == EgressMode.Hub),
            DdosPlanId = node.OptionalText("ddosPlanId", Rule.ResourceId("Microsoft.Network/ddosProtectionPlans")),
            ClientRanges = [.. node.Texts("clientRanges", new Rule("be a private IPv4 range such as 10.0.0.0/8", text => Cidr.TryParse(text, out var range) && Cidr.IsPrivate(range)), ["10.0.0.0/8"]).Select(IPNetwork.Parse)],
        };
    }

    private static Dictionary<string, IPNetwork> Subnets(SettingsNode node) =>
        node.Map("subnets", Rule.OneOf([.. AddressPlan.Subnets.Select(subnet => subnet.Name)]), new Rule("be an IPv4 range", text => Cidr.TryParse(text, out _)))
            .ToDictionary(pair => pair.Key, pair => IPNetwork.Parse(pair.Value), StringComparer.Ordinal);

    private static ClusterSettings Cluster(SettingsNode node) => new()
    {
        KubernetesVersion = node.Text("kubernetesVersion", Rule.Minor, "1.35"),
        Zones = node.Texts("zones", Rule.Zone, []),
        SystemSku = node.Text("systemSku", Rule.VmSize, "Standard_D4ads_v5"),
        SystemNodes = node.Number("systemNodes", 1, 100, 3),
        SandboxSku = node.Text("sandboxSku", Rule.SandboxVmSize, "Standard_D4ads_v5"),
        SandboxNodes = node.Number("sandboxNodes", 1, 100, 3),
    };

    private static GpuSettings Gpu(SettingsNode node)
    {
        var skus = GpuSkus.All.Select(sku => sku.Name).ToArray();
        return new()
        {
            Sku = GpuSkus.Find(node.Text("sku", Rule.OneOf(skus))) ?? GpuSkus.All[0],
            Mig = node.OptionalText("mig", Rule.OneOf([.. GpuSkus.MigProfiles.Keys])),
            MinNodes = node.Number("minNodes", 0, 100, 0),
            MaxNodes = node.Number("maxNodes", 1, 100),
        };
    }

    private static ModelSettings Model(SettingsNode node) => new()
    {
        Name = node.Text("name", Rule.Label),
        Revision = node.Text("revision", Rule.Revision),
        Signer = node.Text("signer", Rule.Text),
        Files = node.Map("files", Rule.FilePath, Rule.Sha256, required: true),
        ContextTokens = node.Number("contextTokens", 256, 1_000_000, 8192),
        OutputTokens = node.Number("outputTokens", 1, 100_000, 1024),
        Sequences = node.Number("sequences", 1, 1024, 32),
        Gpus = node.Number("gpus", 1, 8, 1),
        Replicas = node.Number("replicas", 1, 100, 1),
        MaxReplicas = node.Number("maxReplicas", 1, 100, 1),
        MemoryGiB = node.Number("memoryGiB", 4, 2000, 32),
    };

    private static TenantSettings Tenant(SettingsNode node) => new()
    {
        Name = node.Text("name", Rule.Label),
        ClientId = node.Text("clientId", Rule.Guid),
        RequestsPerMinute = node.Number("requestsPerMinute", 1, 100_000),
        TokensPerHour = node.Number("tokensPerHour", 1000, int.MaxValue),
        Gpus = node.Number("gpus", 0, 800, 0),
    };

    private static SandboxSettings Sandbox(SettingsNode node) => new()
    {
        Name = node.Text("name", Rule.Label),
        Image = node.Text("image", Rule.Image),
        Tools = node.Texts("tools", Rule.Label),
        Tenants = node.Texts("tenants", Rule.Label),
        Allow = node.Objects("allow", rule => new EgressRule(Host(rule), rule.Number("port", 1, 65535, 443))),
        ConnectionsPerMinute = node.Number("connectionsPerMinute", 1, 10_000, 60),
        BytesPerSecond = node.Number("bytesPerSecond", 1024, 1_000_000_000, 1_000_000),
        MemoryMiB = node.Number("memoryMiB", 128, 65_536, 512),
        Replicas = node.Number("replicas", 1, 100, 1),
        LifetimeSeconds = node.Number("lifetimeSeconds", 60, 86_400, 900),
        WarmPool = node.Flag("warmPool", false),
    };

    private static string Host(SettingsNode node)
    {
        var host = node.Text("host", Rule.Text);
        if (host.Length > 0 && Fqdn.Problem(host) is { } problem)
        {
            node.Refuse("host", problem);
        }

        return host;
    }

    private static GatewaySettings Gateway(SettingsNode node)
    {
        var host = node.Text("host", Rule.Host);
        return new()
        {
            Host = host,
            ToolsHost = node.Text("toolsHost", Rule.Host, $"tools.{host}"),
            Issuer = node.Text("issuer", Rule.Https),
            Audience = node.Text("audience", Rule.Text),
            JwksUri = node.Text("jwksUri", Rule.Https),
            BodyKiB = node.Number("bodyKiB", 1, 102_400, 256),
            TimeoutSeconds = node.Number("timeoutSeconds", 1, 900, 120),
        };
    }

    private static AuditSettings Audit(SettingsNode node) =>
        new(node.Number("retentionDays", 90, 730, 365), node.Number("archiveDays", 365, 146_000, 365), node.Flag("lockArchive", false), node.Texts("contacts", Rule.Mail));

    private static BudgetSettings Budget(SettingsNode node) => new(node.Number("monthlyAmount", 1, int.MaxValue), node.Texts("contacts", Rule.Mail));

    private static IssuerSettings Issuer(SettingsNode node) =>
        new(node.Text("certificate", Pem("CERTIFICATE")), node.OptionalText("privateKey", Pem("PRIVATE KEY")) is { } key ? new SecretText(key) : null);

    private static Rule Pem(string label) => new($"be a {label.ToLowerInvariant()} in PEM form", text => text.Contains("-----BEGIN ", StringComparison.Ordinal) && text.Contains(label + "-----", StringComparison.Ordinal));

    private static string Choice(SettingsNode node, string key, string[] values, string? otherwise) =>
        node.OptionalText(key, Rule.OneOf(values), required: otherwise is null) ?? otherwise ?? values[0];

    private static IPNetwork Range(SettingsNode node, string key, string otherwise, int shortest, int longest)
    {
        var rule = new Rule($"be a private IPv4 range from /{shortest} to /{longest}, such as {otherwise}",
            text => Cidr.TryParse(text, out var range) && Cidr.IsPrivate(range) && range.PrefixLength >= shortest && range.PrefixLength <= longest);
        return IPNetwork.Parse(node.OptionalText(key, rule) ?? otherwise);
    }

    // Objects arrive as JSON; anything else is the text itself, also where it would be JSON (a number as a name stays a text).
    private static JsonElement Parse(string text)
    {
        if (text.StartsWith('{') || text.StartsWith('['))
        {
            try
            {
                return JsonSerializer.Deserialize<JsonElement>(text);
            }
            catch (JsonException)
            {
                return JsonSerializer.SerializeToElement(text);
            }
        }

        return JsonSerializer.SerializeToElement(text);
    }
}
