using Google.Protobuf;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>Registers resources against a state, and tells what would happen to them.</summary>
internal static class Comparison
{
    public const string Group = "azure:core/resourceGroup:ResourceGroup";
    public const string Network = "azure:network/virtualNetwork:VirtualNetwork";

    public static Task<OperationResult> RunAsync(StateResources state, params RegisterResourceRequest[] requests) => RunAsync(state, requests, isPreview: false);

    public static Task<OperationResult> RunAsync(StateResources state, RegisterResourceRequest request, bool isPreview) => RunAsync(state, [request], isPreview);

    /// <param name="state">What was made before.</param>
    /// <param name="requests">What the program registers, in order.</param>
    /// <param name="isPreview">Whether only to show what would happen.</param>
    /// <param name="settings">The stack's configuration file.</param>
    /// <param name="answers">Takes what the program is told.</param>
    public static async Task<OperationResult> RunAsync(StateResources state, RegisterResourceRequest[] requests, bool isPreview, string settings = "", List<RegisterResourceResponse>? answers = null)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", "name: compare\nruntime: nodejs\n");
        sandbox.Write("Pulumi.dev.yaml", settings);
        var against = new StateDocument(StateSecrets.WithDigests(), state);
        using var operation = new ResourceOperation(sandbox.Project(), new OperationRequest { IsPreview = isPreview, Stack = "dev", Against = against }, new Progress<string>());
        var monitor = new MonitorService(operation);
        foreach (var request in requests)
        {
            var answer = await monitor.RegisterResource(request, new TestCall());
            answers?.Add(answer);
        }

        return await operation.FinishAsync(CancellationToken.None);
    }

    public static IEnumerable<string> Steps(OperationResult result) => result.Steps.Select(step => $"{step.Op} {step.State.Name} {string.Join(",", step.Changes)}".Trim());

    public static string Urn(string type, string name) => $"urn:pulumi:dev::compare::{type}::{name}";

    public static ResourceState State(string type, string name, string inputs, bool custom = true, string outputs = "{}") => new()
    {
        Urn = Urn(type, name),
        Type = type,
        Name = name,
        IsCustom = custom,
        Id = custom ? $"/id/of/{name}" : null,
        Inputs = PropertyValue.Parse(inputs),
        Outputs = PropertyValue.Parse(outputs),
    };

    public static RegisterResourceRequest Component(string name) => new() { Type = "x:y:Parent", Name = name };

    public static RegisterResourceRequest Resource(string type, string name, string inputs) => new() { Type = type, Name = name, Custom = true, Object = ByteString.CopyFrom(WireProperties.ToStruct(PropertyValue.Parse(inputs))) };

    public sealed class StateResources : List<ResourceState>;
}
