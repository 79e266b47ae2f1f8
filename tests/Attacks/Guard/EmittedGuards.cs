using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>The configurations of guards as stacks emit them.</summary>
internal static class EmittedGuards
{
    /// <summary>The <c>haproxy.cfg</c> of the guard of that name.</summary>
    public static string Of(Policies.Model.Stack stack, string space, string name) =>
        stack.OfType(KubernetesTypes.ConfigMap).Single(map => map["metadata.namespace"].AsText == space && map["metadata.name"].AsText == name)["data"].Member("haproxy.cfg").AsText!;

    /// <summary>That of the guard before the search tools, for tenants that may call often enough to be measured.</summary>
    public static async Task<string> ToolsAsync() => Of(PolicyView.Of(await RecordedStack.Of("agents", ("llmops:tenants", """
        [{ "name": "assistants", "clientId": "aaaaaaaa-0000-0000-0000-000000000001", "requestsPerMinute": 2400, "tokensPerHour": 2000000000 },
         { "name": "automation", "clientId": "aaaaaaaa-0000-0000-0000-000000000002", "requestsPerMinute": 1200, "tokensPerHour": 1000000000 }]
        """))), "edge-search", "guard");
}
