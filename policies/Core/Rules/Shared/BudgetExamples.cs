namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>The examples of the laws about budgets: one gateway, one tenant, one model.</summary>
internal static class BudgetExamples
{
    public static string Stack(int? requests, int? tokens, string argument)
    {
        var rules = new List<string>();
        if (requests is { } minute)
        {
            rules.Add($$"""{ "clientSelectors": [{ "headers": [{ "name": "x-tenant-id", "type": "Exact", "value": "t" }] }], "limit": { "requests": {{minute}}, "unit": "Minute" } }""");
        }

        if (tokens is { } hour)
        {
            rules.Add($$"""{ "clientSelectors": [{ "headers": [{ "name": "x-tenant-id", "type": "Exact", "value": "t" }] }], "limit": { "requests": {{hour}}, "unit": "Hour" }, "cost": { "response": { "from": "Metadata", "metadata": { "key": "tokens" } } } }""");
        }

        return $$"""
            [{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": {} } },
             { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "tokens", "type": "TotalToken" }], "rules": [{ "matches": [{ "headers": [{ "name": "x-ai-eg-model", "value": "m" }] }], "timeouts": { "request": "60s" } }] } } },
             { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:SecurityPolicy", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" }, "spec": { "targetRefs": [{ "kind": "Gateway", "name": "g" }], "jwt": { "providers": [{ "name": "i", "claimToHeaders": [{ "claim": "azp", "header": "x-tenant-id" }] }] }, "authorization": { "defaultAction": "Deny", "rules": [{ "action": "Allow", "principal": { "jwt": { "provider": "i", "claims": [{ "name": "azp", "values": ["t"] }] } } }] } } } },
             { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "l", "properties": { "metadata": { "name": "l", "namespace": "n" }, "spec": { "targetRefs": [{ "kind": "Gateway", "name": "g" }], "rateLimit": { "type": "Global", "global": { "rules": [{{string.Join(", ", rules)}}] } } } } },
             { "type": "kubernetes:apps/v1:Deployment", "name": "d", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "replicas": 1, "template": { "spec": { "containers": [{ "name": "c", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--served-model-name=m", "--max-num-seqs=8", "{{argument}}"], "env": [{ "name": "VLLM_MAX_N_SEQUENCES", "value": "1" }] }] } } } } }]
            """;
    }
}
