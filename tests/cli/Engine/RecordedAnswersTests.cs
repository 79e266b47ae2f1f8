using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>What programs asked the real engine in a preview, asked of ours: the same URNs, ids and outputs come back. What the provider computed may be more here, but is as unknown, and as secret.</summary>
public sealed class RecordedAnswersTests
{
    [Theory]
    [InlineData("slice", "01-preview-new", null)]
    [InlineData("slice", "08-preview-update", "05-up-new")]
    [InlineData("slice", "11-preview-replace-and-delete", "10-up-update")]
    [InlineData("binary", "01-preview", null)]
    [InlineData("rendered", "01-preview", null)]
    public async Task A_registration_is_answered_as_the_real_engine_answered_it(string program, string step, string? state)
    {
        using var sandbox = new Sandbox(program).Configured($"{program}/{step}");
        Directory.CreateDirectory(sandbox.At("infra"));
        var against = state is null ? null : StateDocument.Read(Sandbox.Recorded($"{program}/{state}", "state.json"), mayBeMissing: false);
        using var operation = new ResourceOperation(sandbox.Project(), new OperationRequest { IsPreview = true, Stack = "dev", Against = against }, new Progress<string>());
        var monitor = new MonitorService(operation);
        foreach (var call in Sandbox.Lines(Sandbox.Recorded($"{program}/{step}", "calls.jsonl")))
        {
            var (request, expected) = (call.GetProperty("request"), call.GetProperty("response"));
            switch (call.GetProperty("method").GetString())
            {
                case "RegisterResource":
                    var answer = await monitor.RegisterResource(RecordedCalls.Registration(request), new TestCall());
                    Assert.Equal(RecordedCalls.Text(expected, "urn"), answer.Urn);
                    Assert.Equal(RecordedCalls.Text(expected, "id"), answer.Id);
                    Same(answer.Urn, Object(expected), EngineValues.FromStruct(answer.Object.Memory), Object(request));
                    break;
                case "RegisterResourceOutputs":
                    await monitor.RegisterResourceOutputs(new() { Urn = RecordedCalls.Text(request, "urn"), Outputs = RecordedCalls.Struct(request, "outputs") }, new TestCall());
                    break;
                default:
                    var returned = await monitor.Invoke(new() { Tok = RecordedCalls.Text(request, "tok"), Args = RecordedCalls.Struct(request, "args"), Version = RecordedCalls.Text(request, "version") }, new TestCall());
                    Assert.Equal(expected.GetProperty("return").EnumerateObject().Select(member => member.Name).Order(), EngineValues.FromStruct(returned.Return.Memory).Members.Select(member => member.Key).Order());
                    break;
            }
        }

        var result = await operation.FinishAsync(CancellationToken.None);
        Assert.False(result.Failed);
        Assert.Null(result.Broken);
    }

    [Fact]
    public async Task An_update_a_replacement_and_a_deletion_are_told_as_the_real_engine_told_them()
    {
        using var sandbox = new Sandbox("slice").Configured("slice/11-preview-replace-and-delete");
        var against = StateDocument.Read(Sandbox.Recorded("slice/10-up-update", "state.json"), mayBeMissing: false);
        using var operation = new ResourceOperation(sandbox.Project(), new OperationRequest { IsPreview = true, Stack = "dev", Against = against }, new Progress<string>());
        var monitor = new MonitorService(operation);
        foreach (var call in Sandbox.Lines(Sandbox.Recorded("slice/11-preview-replace-and-delete", "calls.jsonl")).Where(call => call.GetProperty("method").GetString() == "RegisterResource"))
        {
            await monitor.RegisterResource(RecordedCalls.Registration(call.GetProperty("request")), new TestCall());
        }

        var result = await operation.FinishAsync(CancellationToken.None);
        Assert.Equal(
            ["Delete goes-away ", "Replace weights name", "Update aks tags.step"],
            result.Steps.Where(step => step.Op != Operation.Same).Select(step => $"{step.Op} {step.State.Name} {string.Join(",", step.Changes)}").Order(StringComparer.Ordinal));
        Assert.Equal(["name"], result.Steps.Single(step => step.Op == Operation.Replace).Replaces);
    }

    [Fact]
    public async Task The_features_of_the_deployment_are_those_of_the_real_engine()
    {
        using var sandbox = new Sandbox("slice").Configured("slice/01-preview-new");
        using var operation = new ResourceOperation(sandbox.Project(), new OperationRequest { IsPreview = true, Stack = "dev" }, new Progress<string>());
        var info = await new MonitorService(operation).GetDeploymentInfo(new(), new TestCall());

        Assert.Equal(
            """
            rec-slice:region = westeurope
            rec-slice:replicas = 2
            rec-slice:tags = {"cost":"hidden-cost-canary","team":"llm"}
            rec-slice:token = s3cr3t-canary-value
            rec-slice:zones = ["1","2"]
            """,
            string.Join('\n', info.Config.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} = {entry.Value}")));
        Assert.Equal(["rec-slice:tags", "rec-slice:token"], info.ConfigSecretKeys);
        Assert.Equal(("rec-slice", "dev", "organization", true), (info.Project, info.Stack, info.Organization, info.DryRun));
        Assert.Equal(16, info.SupportedFeatures.Count);
    }

    private static PropertyValue Object(System.Text.Json.JsonElement call) => call.TryGetProperty("object", out var map) ? PropertyValue.FromJson(map) : EngineValues.Empty;

    private static void Same(string path, PropertyValue expected, PropertyValue actual, PropertyValue? given)
    {
        if (expected.Kind == PropertyKind.Map && actual.Kind == PropertyKind.Map)
        {
            foreach (var (name, value) in expected.Members)
            {
                var found = actual[name];
                if (found is null && given?[name] is null)
                {
                    continue; // an output of the provider that stood in
                }

                Assert.True(found is not null, $"{path}.{name} is missing");
                Same($"{path}.{name}", value, found, given?[name]);
            }

            return;
        }

        // A name that a provider chooses has a random end, and one that is not given to it says nothing.
        if (path.EndsWith(".metadata.name", StringComparison.Ordinal) && given is null)
        {
            Assert.Matches("^[a-z-]+-[0-9a-f]{8}$", actual.Text);
            return;
        }

        Assert.True(expected.Kind == actual.Kind || (given is null && expected.Kind != PropertyKind.Secret), $"{path} is {actual.Kind}, but was {expected.Kind}");
        if (given is not null)
        {
            Assert.True(expected.Kind is PropertyKind.List or PropertyKind.Secret || (expected.Text == actual.Text && expected.Number.Equals(actual.Number) && expected.Boolean == actual.Boolean) || IsQuantity(path), $"{path} is '{actual.Text}', but was '{expected.Text}'");
        }
    }

    private static bool IsQuantity(string path) => path.Contains(".resources.", StringComparison.Ordinal);
}
