using System.Text.Json.Serialization;
using LlmOpsSecure.Infra.Workloads;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>Envoy AI Gateway: the routes of the models.</summary>
internal sealed record AiGatewayRouteSpec(IReadOnlyList<ObjectRef> ParentRefs, IReadOnlyList<string> Hostnames, IReadOnlyList<AiGatewayRouteSpec.CostSpec> LlmRequestCosts, IReadOnlyList<AiGatewayRouteSpec.RuleSpec> Rules) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "aigateway.envoyproxy.io/v1beta1";

    static string ICustomSpec.Kind => "AIGatewayRoute";

    /// <summary>What is counted.</summary>
    public sealed record CostSpec(string MetadataKey, string Type);

    /// <summary>A rule.</summary>
    public sealed record RuleSpec(IReadOnlyList<MatchSpec> Matches, IReadOnlyList<ObjectRef> BackendRefs, TimeoutSpec Timeouts, string StreamIdleTimeout);

    /// <summary>What it matches.</summary>
    public sealed record MatchSpec(IReadOnlyList<HeaderSpec> Headers);

    /// <summary>A header.</summary>
    public sealed record HeaderSpec(string Name, string Value);

    /// <summary>Timeouts.</summary>
    public sealed record TimeoutSpec(string Request, string BackendRequest);
}

/// <summary>Envoy AI Gateway: a model server, with what is taken out of a request and put into it.</summary>
internal sealed record AiServiceBackendSpec(AiServiceBackendSpec.SchemaSpec Schema, ObjectRef BackendRef, AiServiceBackendSpec.MutationSpec BodyMutation) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "aigateway.envoyproxy.io/v1beta1";

    static string ICustomSpec.Kind => "AIServiceBackend";

    /// <summary>The API that it speaks.</summary>
    public sealed record SchemaSpec(string Name);

    /// <summary>Changes of the body's top-level fields.</summary>
    public sealed record MutationSpec(IReadOnlyList<string> Remove, IReadOnlyList<SetSpec> Set);

    /// <summary>A field with its value, which is JSON.</summary>
    public sealed record SetSpec(string Path, string Value);
}

/// <summary>Envoy AI Gateway: the routes of tools.</summary>
internal sealed record McpRouteSpec(IReadOnlyList<ObjectRef> ParentRefs, IReadOnlyList<string> Hostnames, string Path, IReadOnlyList<McpRouteSpec.McpBackend> BackendRefs, McpRouteSpec.SecuritySpec SecurityPolicy) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "aigateway.envoyproxy.io/v1beta1";

    static string ICustomSpec.Kind => "MCPRoute";

    /// <summary>A tool server.</summary>
    public sealed record McpBackend(string Name, string Group, string Kind, string Path, ToolSelector ToolSelector);

    /// <summary>The tools that exist for clients.</summary>
    public sealed record ToolSelector(IReadOnlyList<string> Include);

    /// <summary>Who may call.</summary>
    public sealed record SecuritySpec([property: JsonPropertyName("oauth")] OAuthSpec OAuth, AuthorizationSpec Authorization);

    /// <summary>Tokens, and the claims that tool servers get as headers.</summary>
    public sealed record OAuthSpec(string Issuer, IReadOnlyList<string> Audiences, JwksSpec Jwks, ResourceSpec ProtectedResourceMetadata, IReadOnlyList<SecurityPolicySpec.ClaimHeader> ClaimToHeaders);

    /// <summary>The issuer's keys.</summary>
    public sealed record JwksSpec(SecurityPolicySpec.RemoteJwks RemoteJWKS);

    /// <summary>The resource that tokens are for.</summary>
    public sealed record ResourceSpec(string Resource);

    /// <summary>Authorization.</summary>
    public sealed record AuthorizationSpec(string DefaultAction, IReadOnlyList<RuleSpec> Rules);

    /// <summary>A rule.</summary>
    public sealed record RuleSpec(string Action, SourceSpec Source, TargetSpec Target);

    /// <summary>Whom it is about.</summary>
    public sealed record SourceSpec(JwtSource Jwt);

    /// <summary>A token's bearer.</summary>
    public sealed record JwtSource(IReadOnlyList<ClaimSpec> Claims);

    /// <summary>A claim with the values that count.</summary>
    public sealed record ClaimSpec(string Name, string ValueType, IReadOnlyList<string> Values);

    /// <summary>What may be called.</summary>
    public sealed record TargetSpec(IReadOnlyList<ToolSpec> Tools);

    /// <summary>A tool of a server.</summary>
    public sealed record ToolSpec(string Backend, string Tool);
}

/// <summary>Envoy AI Gateway: how the processor beside a gateway's proxies runs.</summary>
internal sealed record GatewayConfigSpec(GatewayConfigSpec.ProcessorSpec ExtProc) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "aigateway.envoyproxy.io/v1beta1";

    static string ICustomSpec.Kind => "GatewayConfig";

    /// <summary>The processor.</summary>
    public sealed record ProcessorSpec(KubernetesSpec Kubernetes);

    /// <summary>Its container.</summary>
    public sealed record KubernetesSpec(string Image, IReadOnlyList<EnvSpec> Env, EnvoyProxySpec.Resources Resources, EnvoyProxySpec.ContainerSecurity SecurityContext);

    /// <summary>A variable.</summary>
    public sealed record EnvSpec(string Name, string Value);
}
