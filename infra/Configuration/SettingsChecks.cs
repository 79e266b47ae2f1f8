using System.Globalization;
using System.Net;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>The rules that hold between settings: ranges that do not overlap, names that are unique, hardware that fits, budgets that add up.</summary>
internal static class SettingsChecks
{
    public static void Check(StackSettings settings, List<SettingError> errors)
    {
        Addresses(settings.Network, errors);
        Names(settings, errors);
        Hardware(settings, errors);
        Capacity(settings, errors);
        Tokens(settings, errors);
        Tools(settings, errors);
        Digests(settings, errors);
        Secrets(settings, errors);
        Production(settings, errors);
    }

    // The provider writes what it renders in clear, so that a rendered stack may hold no secret: all come from the vault.
    private static void Secrets(StackSettings settings, List<SettingError> errors)
    {
        if (settings.ManifestFolder is null)
        {
            if (settings.Issuer is { PrivateKey: null } && !errors.Exists(error => error.Key.StartsWith("llmops:issuer", StringComparison.Ordinal)))
            {
                errors.Add(new("llmops:issuer.privateKey", "missing", "be the authority's private key in PEM form, which signs the certificates"));
            }

            return;
        }

        if (settings.Issuer is null)
        {
            errors.Add(new("llmops:issuer.certificate", "missing", "be the certificate of the authority whose certificates are in the vault: with llmops:manifestFolder the stack makes none"));
        }

        if (settings.Issuer is { PrivateKey: not null })
        {
            errors.Add(new("llmops:issuer.privateKey", "[secret]", "be absent with llmops:manifestFolder: certificates come from the vault"));
        }

        if (settings.RateLimitPassword is not null)
        {
            errors.Add(new("llmops:rateLimitPassword", "[secret]", "be absent with llmops:manifestFolder: it would be rendered in clear"));
        }
    }

    private static void Digests(StackSettings settings, List<SettingError> errors)
    {
        foreach (var name in Registry.Images.NeededBy(settings).Where(name => Registry.Images.Of(settings, name).Digest is null && !errors.Exists(error => error.Key == $"llmops:images.{name}")))
        {
            var image = Registry.Images.Of(settings, name);
            errors.Add(new($"llmops:images.{name}", "missing", $"be the digest (sha256:...) of {image.Source}:{image.Version} as you have checked and mirrored it: the kit pins none"));
        }
    }

    private static void Addresses(NetworkSettings network, List<SettingError> errors)
    {
        var plan = new AddressPlan(network);
        List<(string Key, IPNetwork Range)> ranges =
        [
            .. plan.Ranges.Select(subnet => ($"llmops:network.subnets.{subnet.Key}", subnet.Value)),
            ("llmops:network.podRange", network.PodRange),
            ("llmops:network.serviceRange", network.ServiceRange),
        ];
        foreach (var (index, (key, range)) in ranges.Index())
        {
            foreach (var (otherKey, other) in ranges.Take(index).Where(earlier => Cidr.Overlap(earlier.Range, range)))
            {
                errors.Add(new(key, range.ToString(), $"not overlap with {otherKey} ({other})"));
            }
        }

        foreach (var (key, range) in ranges.Skip(plan.Ranges.Count).Where(range => Cidr.Overlap(range.Range, network.AddressSpace) && !plan.Ranges.Values.Any(subnet => Cidr.Overlap(subnet, range.Range))))
        {
            errors.Add(new(key, range.ToString(), $"not overlap with llmops:network.addressSpace ({network.AddressSpace})"));
        }

        foreach (var (name, range) in network.Subnets)
        {
            var longest = AddressPlan.Subnets.First(subnet => subnet.Name == name).Prefix;
            if (!Cidr.Contains(network.AddressSpace, range) || range.PrefixLength > longest)
            {
                errors.Add(new($"llmops:network.subnets.{name}", range.ToString(), $"be /{longest} or larger and lie in llmops:network.addressSpace ({network.AddressSpace})"));
            }
        }
    }

    private static void Names(StackSettings settings, List<SettingError> errors)
    {
        Unique("llmops:tenants", "name", settings.Tenants.Select(tenant => tenant.Name), errors);
        Unique("llmops:tenants", "clientId", settings.Tenants.Select(tenant => tenant.ClientId), errors);
        Unique("llmops:models", "name", settings.Models.Select(model => model.Name), errors);
        Unique("llmops:sandboxes", "name", settings.Sandboxes.Select(sandbox => sandbox.Name), errors);
        var groups = settings.Groups;
        (string Name, string Id)[] roles = [("clusterAdmins", groups.ClusterAdmins), ("auditors", groups.Auditors), ("approvers", groups.Approvers), ("modelPublishers", groups.ModelPublishers)];
        foreach (var (index, (name, id)) in roles.Index())
        {
            var earlier = roles.Take(index).FirstOrDefault(other => id.Length > 0 && string.Equals(other.Id, id, StringComparison.OrdinalIgnoreCase));
            if (earlier.Name is not null)
            {
                errors.Add(new($"llmops:groups.{name}", id, $"be another group than llmops:groups.{earlier.Name}, so that duties stay separate"));
            }
        }

        if (settings.Gateway.Host.Length > 0 && settings.Gateway.Host == settings.Gateway.ToolsHost)
        {
            errors.Add(new("llmops:gateway.toolsHost", settings.Gateway.ToolsHost, "be another host than llmops:gateway.host: tools have a gateway of their own"));
        }
    }

    private static void Unique(string list, string member, IEnumerable<string> values, List<SettingError> errors)
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, value) in values.Index().Where(item => item.Item.Length > 0))
        {
            if (!first.TryAdd(value, index))
            {
                errors.Add(new($"{list}[{index}].{member}", value, $"be unique: {list}[{first[value]}] has it too"));
            }
        }
    }

    private static void Hardware(StackSettings settings, List<SettingError> errors)
    {
        var gpu = settings.Gpu;
        if (gpu.Mig is not null && !gpu.Sku.Mig)
        {
            errors.Add(new("llmops:gpu.mig", gpu.Mig, $"be absent with {gpu.Sku.Name}, which cannot be split: MIG is offered on {string.Join(", ", Cluster.GpuSkus.All.Where(sku => sku.Mig).Select(sku => sku.Name))}"));
        }

        if (gpu.MinNodes > gpu.MaxNodes)
        {
            errors.Add(new("llmops:gpu.minNodes", Number(gpu.MinNodes), $"be at most llmops:gpu.maxNodes ({Number(gpu.MaxNodes)})"));
        }

        if (settings.DataClassification == "restricted" && !gpu.Sku.Confidential)
        {
            errors.Add(new("llmops:gpu.sku", gpu.Sku.Name, $"be a confidential size with llmops:dataClassification restricted: {string.Join(", ", Cluster.GpuSkus.All.Where(sku => sku.Confidential).Select(sku => sku.Name))}"));
        }

        if (settings.DedicatedTenants && gpu.Sku.Confidential)
        {
            errors.Add(new("llmops:dedicatedTenants", "true", $"be false with {gpu.Sku.Name}: a confidential GPU cannot be split among tenants"));
        }
    }

    private static void Capacity(StackSettings settings, List<SettingError> errors)
    {
        var capacity = settings.Gpu.Capacity;
        var unit = settings.Gpu.Mig is null ? "GPUs" : $"{settings.Gpu.Mig} slices";
        foreach (var (index, model) in settings.Models.Index())
        {
            if (model.Replicas > model.MaxReplicas)
            {
                errors.Add(new($"llmops:models[{index}].replicas", Number(model.Replicas), $"be at most its maxReplicas ({Number(model.MaxReplicas)})"));
            }

            if (model.OutputTokens >= model.ContextTokens)
            {
                errors.Add(new($"llmops:models[{index}].outputTokens", Number(model.OutputTokens), $"be less than its contextTokens ({Number(model.ContextTokens)}), which a prompt and its answer share"));
            }

            if (model.Files.Count > 0 && (!model.Files.ContainsKey("config.json") || !model.Files.ContainsKey("chat_template.jinja") || !model.Files.Keys.Any(file => file.EndsWith(".safetensors", StringComparison.Ordinal))))
            {
                errors.Add(new($"llmops:models[{index}].files", string.Join(", ", model.Files.Keys), "have config.json, chat_template.jinja and the weights as .safetensors: a caller's template is never used"));
            }

            var perNode = capacity / settings.Gpu.MaxNodes;
            if (model.Gpus > (settings.Gpu.Mig is null ? perNode : 1))
            {
                errors.Add(new($"llmops:models[{index}].gpus", Number(model.Gpus), settings.Gpu.Mig is null ? $"be at most {Number(perNode)}, the GPUs of one {settings.Gpu.Sku.Name}" : "be 1 with MIG: a process cannot join slices"));
            }
        }

        var copies = settings.DedicatedTenants ? settings.Tenants.Count : 1;
        var asked = settings.Models.Sum(model => model.Gpus * model.MaxReplicas) * copies;
        if (asked > capacity)
        {
            errors.Add(new("llmops:gpu.maxNodes", Number(settings.Gpu.MaxNodes), $"hold what all models ask for at most: {Number(asked)} {unit}, but there are {Number(capacity)}"));
        }

        if (settings.DedicatedTenants)
        {
            var needed = settings.Models.Sum(model => model.Gpus * model.MaxReplicas);
            foreach (var (index, tenant) in settings.Tenants.Index().Where(tenant => tenant.Item.Gpus < needed))
            {
                errors.Add(new($"llmops:tenants[{index}].gpus", Number(tenant.Gpus), $"be at least {Number(needed)} {unit}, which its own replicas ask for"));
            }
        }

        var granted = settings.Tenants.Sum(tenant => tenant.Gpus);
        if (granted > capacity)
        {
            errors.Add(new("llmops:tenants", Number(granted), $"have gpus that add up to at most {Number(capacity)} {unit}, which is all that llmops:gpu offers"));
        }
    }

    // Tokens are charged after an answer, so that what a minute of requests can use at most must fit the hour's budget.
    private static void Tokens(StackSettings settings, List<SettingError> errors)
    {
        var largest = settings.Models.Select(model => model.ContextTokens).DefaultIfEmpty(0).Max();
        foreach (var (index, tenant) in settings.Tenants.Index())
        {
            var burst = (long)tenant.RequestsPerMinute * largest;
            if (burst > tenant.TokensPerHour)
            {
                errors.Add(new($"llmops:tenants[{index}].tokensPerHour", Number(tenant.TokensPerHour),
                    $"be at least {burst.ToString(CultureInfo.InvariantCulture)}: tokens are charged after the answer, and one minute allows {Number(tenant.RequestsPerMinute)} requests of {Number(largest)} tokens (raise it, or lower requestsPerMinute or contextTokens)"));
            }
        }
    }

    private static void Tools(StackSettings settings, List<SettingError> errors)
    {
        var tenants = settings.Tenants.Select(tenant => tenant.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, sandbox) in settings.Sandboxes.Index())
        {
            foreach (var tenant in sandbox.Tenants.Where(tenant => !tenants.Contains(tenant)))
            {
                errors.Add(new($"llmops:sandboxes[{index}].tenants", tenant, $"name tenants of llmops:tenants: {string.Join(", ", tenants.Order(StringComparer.Ordinal))}"));
            }

            if (settings.Network.Egress == EgressMode.None && sandbox.Allow.Count > 0)
            {
                errors.Add(new($"llmops:sandboxes[{index}].allow", string.Join(", ", sandbox.Allow.Select(rule => rule.Host)), "be empty with llmops:network.egress none: nothing leaves the network"));
            }
        }
    }

    private static void Production(StackSettings settings, List<SettingError> errors)
    {
        if (settings.Audit.LockArchive && !settings.IsProduction)
        {
            errors.Add(new("llmops:audit.lockArchive", "true", "be false outside llmops:environment production: a locked archive can never be deleted"));
        }

        if (settings.IsProduction && settings.Cluster.SystemNodes < 3)
        {
            errors.Add(new("llmops:cluster.systemNodes", Number(settings.Cluster.SystemNodes), "be at least 3 with llmops:environment production"));
        }

        if (settings.IsProduction && settings.Cluster.Zones.Count < 2)
        {
            errors.Add(new("llmops:cluster.zones", string.Join(", ", settings.Cluster.Zones), "name at least 2 zones with llmops:environment production"));
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
