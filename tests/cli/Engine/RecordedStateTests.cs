using System.Text.Json;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>The state after an update equals the recorded export, but for times, ids, what providers compute, versions and ciphertext.</summary>
public sealed class RecordedStateTests
{
    // What the stand-ins of the recordings made up, which flowed on into inputs and outputs.
    private static readonly string[] Made = ["id-of-", "11111111-1111-", "https://", "-----BEGIN", "LS0tLS1", "apiVersion: v1"];

    [NodeFact]
    public async Task The_states_of_an_update_a_change_a_replacement_and_a_deletion_equal_the_recorded_ones()
    {
        using var sandbox = new Sandbox("slice");
        StateDocument? state = null;
        foreach (var step in new[] { "slice/05-up-new", "slice/10-up-update", "slice/13-up-replace-and-delete" })
        {
            var result = await sandbox.Configured(step).RunAsync(isPreview: false, state);
            Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == "error");
            state = Reread(sandbox, result.State);
            Equal(StateDocument.Read(Sandbox.Recorded(step, "state.json"), mayBeMissing: false)!, state);
        }
    }

    [NodeFact]
    public async Task The_states_on_the_real_Kubernetes_and_TLS_providers_equal_the_recorded_ones()
    {
        using var sandbox = new Sandbox("rendered");
        StateDocument? state = null;
        foreach (var step in new[] { "rendered/02-up", "rendered/04-up-update" })
        {
            var result = await sandbox.Configured(step).RunAsync(isPreview: false, state);
            Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == "error");
            state = Reread(sandbox, result.State);
            Equal(StateDocument.Read(Sandbox.Recorded(step, "state.json"), mayBeMissing: false)!, state);
        }
    }

    [NodeFact]
    public async Task A_refused_resource_and_what_needs_it_are_not_in_the_state()
    {
        using var sandbox = new Sandbox("packs").Configured("packs/05-node-up-mandatory");
        var result = await sandbox.RunAsync(isPreview: false, packs: new Cli.Engine.Packs.PackChoice(PackTests.NodePack(sandbox), null));

        Assert.True(result.Failed);
        Equal(StateDocument.Read(Sandbox.Recorded("packs/05-node-up-mandatory", "state.json"), mayBeMissing: false)!, Reread(sandbox, result.State));
    }

    [Fact]
    public void A_recorded_state_is_written_as_it_was_read()
    {
        using var sandbox = new Sandbox();
        foreach (var step in new[] { "slice/05-up-new", "slice/13-up-replace-and-delete", "packs/18-executable-up-stack-violation", "binary/02-up" })
        {
            var recorded = StateDocument.Read(Sandbox.Recorded(step, "state.json"), mayBeMissing: false)!;
            recorded.Write(sandbox.At("state.json"));
            using var before = JsonDocument.Parse(File.ReadAllBytes(Sandbox.Recorded(step, "state.json")));
            using var after = JsonDocument.Parse(File.ReadAllBytes(sandbox.At("state.json")));
            Assert.Equal(Comparable(before.RootElement), Comparable(after.RootElement));
        }
    }

    [Fact]
    public void Secrets_are_never_written_in_clear_with_a_passphrase_or_without()
    {
        using var sandbox = new Sandbox();
        var recorded = StateDocument.Read(Sandbox.Recorded("slice/05-up-new", "state.json"), mayBeMissing: false)!;
        recorded.Write(sandbox.At("state.json"));
        Assert.DoesNotContain("s3cr3t-canary-value", File.ReadAllText(sandbox.At("state.json")), StringComparison.Ordinal);
        var digests = recorded with { Secrets = StateSecrets.WithDigests() };
        digests.Write(sandbox.At("digests.json"));
        Assert.DoesNotContain("s3cr3t-canary-value", File.ReadAllText(sandbox.At("digests.json")), StringComparison.Ordinal);
        Assert.Contains("\"digest:", File.ReadAllText(sandbox.At("digests.json")), StringComparison.Ordinal);

        // The next run sees from a digest whether a secret is the same.
        var reread = StateDocument.Read(sandbox.At("digests.json"), mayBeMissing: false)!;
        var (old, now) = (reread.Resources.Single(resource => resource.Name == "vault-token").Inputs, recorded.Resources.Single(resource => resource.Name == "vault-token").Inputs);
        Assert.Empty(new PropertyChanges(reread.Secrets).Between(old, now));
        Assert.Equal(["value"], new PropertyChanges(reread.Secrets).Between(old, EngineValues.With(now, "value", PropertyValue.SecretOf(PropertyValue.Of("another")))));
    }

    internal static bool IsMade(JsonElement value) => value.ValueKind == JsonValueKind.String && Made.Any(start => value.GetString()!.StartsWith(start, StringComparison.Ordinal));

    private static StateDocument Reread(Sandbox sandbox, StateDocument state)
    {
        state.Write(sandbox.At("state.json"));
        return StateDocument.Read(sandbox.At("state.json"), mayBeMissing: false)!;
    }

    private static void Equal(StateDocument recorded, StateDocument actual)
    {
        Assert.Equal(recorded.Resources.Select(resource => resource.Urn).Order(StringComparer.Ordinal), actual.Resources.Select(resource => resource.Urn).Order(StringComparer.Ordinal));
        foreach (var expected in recorded.Resources)
        {
            var found = actual.Resources.Single(resource => resource.Urn == expected.Urn);
            Assert.Equal(expected.Id is null, found.Id is null);
            Assert.Equal((expected.Type, expected.IsCustom, expected.Parent, expected.Protect, expected.External, expected.RetainOnDelete, expected.DeletedWith), (found.Type, found.IsCustom, found.Parent, found.Protect, found.External, found.RetainOnDelete, found.DeletedWith));
            Assert.Equal(WithoutId(expected.Provider), WithoutId(found.Provider));
            Assert.Equal(expected.Dependencies.Order(StringComparer.Ordinal), found.Dependencies.Order(StringComparer.Ordinal)); // the SDK collects them in no fixed order
            Assert.Equal(Texts(expected), Texts(found));
            Assert.Equal(expected.Timeouts, found.Timeouts);
            Assert.Equal(expected.Options.AdditionalSecretOutputs, found.Options.AdditionalSecretOutputs);
            Assert.Equal(expected.Options.IgnoreChanges, found.Options.IgnoreChanges);
            if (expected.SourcePosition?.Contains("/infra/", StringComparison.Ordinal) == true)
            {
                Assert.Equal(expected.SourcePosition, found.SourcePosition);
            }

            Equal($"{expected.Urn}.inputs", expected.Inputs, found.Inputs, exact: true);

            // Of the outputs of a resource, what its inputs do not say was computed.
            Equal($"{expected.Urn}.outputs", expected.IsCustom ? PropertyValue.MapOf(expected.Outputs.Members.Where(member => expected.Inputs[member.Key] is not null)) : expected.Outputs, found.Outputs, exact: false);
        }
    }

    private static void Equal(string path, PropertyValue expected, PropertyValue actual, bool exact)
    {
        var isNamedByTheProvider = path.EndsWith(".metadata.name", StringComparison.Ordinal) && expected.Text.Length > 9 && expected.Text[^9] == '-' && expected.Text[^8..].All(char.IsAsciiHexDigitLower);
        if (expected.Kind == PropertyKind.Text && (isNamedByTheProvider || Made.Any(start => expected.Text.StartsWith(start, StringComparison.Ordinal))))
        {
            Assert.True(actual.Kind == PropertyKind.Text, $"{path} is {actual.Kind}");
            return;
        }

        Assert.True(expected.Kind == actual.Kind, $"{path} is {actual.Kind}, but was {expected.Kind}");
        switch (expected.Kind)
        {
            case PropertyKind.Map:
                foreach (var (name, value) in expected.Members)
                {
                    Assert.True(actual[name] is not null, $"{path}.{name} is missing");
                    Equal($"{path}.{name}", value, actual[name]!, exact);
                }

                Assert.True(!exact || expected.Members.Count == actual.Members.Count, $"{path} has more than was recorded: {string.Join(", ", actual.Members.Select(member => member.Key))}");
                break;
            case PropertyKind.List:
                Assert.Equal(expected.Items.Count, actual.Items.Count);
                for (var i = 0; i < expected.Items.Count; i++)
                {
                    Equal($"{path}[{i}]", expected.Items[i], actual.Items[i], exact);
                }

                break;
            case PropertyKind.Secret:
                Equal(path, expected.Inner, actual.Inner, exact);
                break;
            default:
                Assert.True(expected.Text == actual.Text && expected.Number.Equals(actual.Number) && expected.Boolean == actual.Boolean, $"{path} is '{actual.Text}', but was '{expected.Text}'");
                break;
        }
    }

    private static string Texts(ResourceState state) => string.Join('\n', state.PropertyDependencies.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {string.Join(", ", entry.Value.Order(StringComparer.Ordinal))}"));

    private static string? WithoutId(string? provider) => provider?[..provider.LastIndexOf("::", StringComparison.Ordinal)];

    // What differs by nature is taken out: the manifest, times to the nanosecond, and ciphertext, which has a nonce.
    private static string Comparable(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", element.EnumerateObject().Where(member => member.Name is not ("manifest" or "created" or "modified" or "ciphertext")).OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}:{Comparable(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", element.EnumerateArray().Select(Comparable))}]",
        JsonValueKind.String => element.GetString()!,
        _ => element.GetRawText(),
    };
}
