using System.Text.Json.Serialization;
using LlmOpsSecure.Infra.Workloads;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>Envoy Gateway: how the proxies of a gateway class run and log.</summary>
internal sealed record EnvoyProxySpec(EnvoyProxySpec.ProviderSpec Provider, EnvoyProxySpec.TelemetrySpec Telemetry, EnvoyProxySpec.BackendTlsSpec BackendTLS) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "gateway.envoyproxy.io/v1alpha1";

    static string ICustomSpec.Kind => "EnvoyProxy";

    /// <summary>Where proxies run.</summary>
    public sealed record ProviderSpec(string Type, KubernetesSpec Kubernetes);

    /// <summary>The proxies' objects.</summary>
    public sealed record KubernetesSpec(DeploymentSpec EnvoyDeployment, ServiceSpec EnvoyService, PdbSpec EnvoyPDB);

    /// <summary>The proxies' pods.</summary>
    public sealed record DeploymentSpec(int Replicas, PodSpec Pod, ContainerSpec Container);

    /// <summary>Where the pods go.</summary>
    public sealed record PodSpec(IReadOnlyDictionary<string, string> NodeSelector, string PriorityClassName, PodSecurity SecurityContext);

    /// <summary>The pods' user.</summary>
    public sealed record PodSecurity(bool RunAsNonRoot, int RunAsUser, int RunAsGroup, Seccomp SeccompProfile);

    /// <summary>The proxy's container.</summary>
    public sealed record ContainerSpec(string Image, ContainerSecurity SecurityContext, Resources Resources);

    /// <summary>What the container may do.</summary>
    public sealed record ContainerSecurity(bool AllowPrivilegeEscalation, bool ReadOnlyRootFilesystem, bool RunAsNonRoot, Capabilities Capabilities, Seccomp SeccompProfile);

    /// <summary>Capabilities.</summary>
    public sealed record Capabilities(IReadOnlyList<string> Drop);

    /// <summary>Seccomp profile.</summary>
    public sealed record Seccomp(string Type);

    /// <summary>Requests and limits.</summary>
    public sealed record Resources(IReadOnlyDictionary<string, string> Requests, IReadOnlyDictionary<string, string> Limits);

    /// <summary>The proxies' load balancer.</summary>
    public sealed record ServiceSpec(IReadOnlyDictionary<string, string> Annotations, string ExternalTrafficPolicy, bool AllocateLoadBalancerNodePorts, IReadOnlyList<string> LoadBalancerSourceRanges);

    /// <summary>How many proxies may be missing.</summary>
    public sealed record PdbSpec(int MinAvailable);

    /// <summary>Telemetry.</summary>
    public sealed record TelemetrySpec(AccessLogSpec AccessLog);

    /// <summary>Access log.</summary>
    public sealed record AccessLogSpec(IReadOnlyList<LogSetting> Settings);

    /// <summary>One log.</summary>
    public sealed record LogSetting(LogFormat Format, IReadOnlyList<LogSink> Sinks);

    /// <summary>Its form.</summary>
    public sealed record LogFormat(string Type, IReadOnlyDictionary<string, string> Json);

    /// <summary>Where it goes.</summary>
    public sealed record LogSink(string Type, LogFile File);

    /// <summary>A file.</summary>
    public sealed record LogFile(string Path);

    /// <summary>How proxies speak to what is behind them.</summary>
    public sealed record BackendTlsSpec(ObjectRef ClientCertificateRef, string MinVersion);
}

/// <summary>Envoy Gateway: what clients may send.</summary>
internal sealed record ClientTrafficPolicySpec(
    IReadOnlyList<ObjectRef> TargetRefs, ClientTrafficPolicySpec.TlsSpec Tls, ClientTrafficPolicySpec.HeaderSpec Headers, ClientTrafficPolicySpec.PathSpec Path,
    ClientTrafficPolicySpec.DetectionSpec ClientIPDetection, ClientTrafficPolicySpec.ConnectionSpec Connection, ClientTrafficPolicySpec.Http2Spec Http2, ClientTrafficPolicySpec.TimeoutSpec Timeout) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "gateway.envoyproxy.io/v1alpha1";

    static string ICustomSpec.Kind => "ClientTrafficPolicy";

    /// <summary>TLS.</summary>
    public sealed record TlsSpec(string MinVersion, IReadOnlyList<string> AlpnProtocols);

    /// <summary>Headers.</summary>
    public sealed record HeaderSpec(string WithUnderscoresAction, EarlySpec EarlyRequestHeaders, string RequestID);

    /// <summary>Headers that are removed before anything reads them.</summary>
    public sealed record EarlySpec(IReadOnlyList<string> Remove);

    /// <summary>Paths.</summary>
    public sealed record PathSpec(string EscapedSlashesAction);

    /// <summary>Whose address counts.</summary>
    public sealed record DetectionSpec(EmptySpec DirectSourceIP);

    /// <summary>Nothing more to say.</summary>
    public sealed record EmptySpec;

    /// <summary>Connections.</summary>
    public sealed record ConnectionSpec(LimitSpec ConnectionLimit, string BufferLimit);

    /// <summary>A limit.</summary>
    public sealed record LimitSpec(int Value);

    /// <summary>HTTP/2.</summary>
    public sealed record Http2Spec(int MaxConcurrentStreams, string InitialStreamWindowSize, string InitialConnectionWindowSize);

    /// <summary>Timeouts.</summary>
    public sealed record TimeoutSpec(HttpTimeoutSpec Http);

    /// <summary>Timeouts of HTTP.</summary>
    public sealed record HttpTimeoutSpec(string RequestReceivedTimeout, string IdleTimeout);
}

/// <summary>Envoy Gateway: who may call.</summary>
internal sealed record SecurityPolicySpec(IReadOnlyList<ObjectRef> TargetRefs, SecurityPolicySpec.JwtSpec Jwt, SecurityPolicySpec.AuthorizationSpec Authorization) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "gateway.envoyproxy.io/v1alpha1";

    static string ICustomSpec.Kind => "SecurityPolicy";

    /// <summary>Tokens.</summary>
    public sealed record JwtSpec(IReadOnlyList<ProviderSpec> Providers);

    /// <summary>An issuer.</summary>
    public sealed record ProviderSpec(string Name, string Issuer, IReadOnlyList<string> Audiences, RemoteJwks RemoteJWKS, IReadOnlyList<ClaimHeader> ClaimToHeaders, bool RecomputeRoute);

    /// <summary>Its keys.</summary>
    public sealed record RemoteJwks(string Uri);

    /// <summary>A claim that becomes a header.</summary>
    public sealed record ClaimHeader(string Claim, string Header);

    /// <summary>Authorization.</summary>
    public sealed record AuthorizationSpec(string DefaultAction, IReadOnlyList<RuleSpec> Rules);

    /// <summary>A rule.</summary>
    public sealed record RuleSpec(string Name, string Action, PrincipalSpec Principal);

    /// <summary>Whom it is about.</summary>
    public sealed record PrincipalSpec(PrincipalJwt Jwt);

    /// <summary>A token's bearer.</summary>
    public sealed record PrincipalJwt(string Provider, IReadOnlyList<ClaimValues> Claims);

    /// <summary>A claim with the values that count.</summary>
    public sealed record ClaimValues(string Name, IReadOnlyList<string> Values);
}

/// <summary>Envoy Gateway: how much may be called.</summary>
internal sealed record BackendTrafficPolicySpec(
    IReadOnlyList<ObjectRef> TargetRefs, BackendTrafficPolicySpec.RateLimitSpec RateLimit, BackendTrafficPolicySpec.BufferSpec RequestBuffer,
    BackendTrafficPolicySpec.CircuitSpec CircuitBreaker, BackendTrafficPolicySpec.RetrySpec Retry, BackendTrafficPolicySpec.TimeoutSpec Timeout) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "gateway.envoyproxy.io/v1alpha1";

    static string ICustomSpec.Kind => "BackendTrafficPolicy";

    /// <summary>Rate limits.</summary>
    public sealed record RateLimitSpec(string Type, GlobalSpec Global);

    /// <summary>Limits that all proxies share.</summary>
    public sealed record GlobalSpec(IReadOnlyList<RuleSpec> Rules);

    /// <summary>A limit.</summary>
    public sealed record RuleSpec(IReadOnlyList<SelectorSpec> ClientSelectors, LimitSpec Limit, CostSpec? Cost = null);

    /// <summary>Whom it counts.</summary>
    public sealed record SelectorSpec(IReadOnlyList<HeaderMatch> Headers);

    /// <summary>A header.</summary>
    public sealed record HeaderMatch(string Name, string Type, string? Value = null);

    /// <summary>How much, in how long.</summary>
    public sealed record LimitSpec(int Requests, string Unit);

    /// <summary>What a call costs.</summary>
    public sealed record CostSpec(CostPart Request, CostPart Response);

    /// <summary>A part of the cost.</summary>
    public sealed record CostPart(string From, int? Number = null, MetadataSpec? Metadata = null);

    /// <summary>Where a cost is written.</summary>
    public sealed record MetadataSpec(string Namespace, string Key);

    /// <summary>Most bytes of a body.</summary>
    public sealed record BufferSpec(string Limit);

    /// <summary>Most calls at once.</summary>
    public sealed record CircuitSpec(int MaxConnections, int MaxPendingRequests, int MaxParallelRequests, int MaxParallelRetries);

    /// <summary>Retries.</summary>
    public sealed record RetrySpec(int NumRetries);

    /// <summary>Timeouts.</summary>
    public sealed record TimeoutSpec(HttpTimeoutSpec Http);

    /// <summary>Timeouts of HTTP.</summary>
    public sealed record HttpTimeoutSpec(string RequestTimeout, string ConnectionIdleTimeout);
}

/// <summary>Envoy Gateway: an address behind a gateway.</summary>
internal sealed record BackendSpec(IReadOnlyList<BackendSpec.EndpointSpec> Endpoints) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "gateway.envoyproxy.io/v1alpha1";

    static string ICustomSpec.Kind => "Backend";

    /// <summary>An endpoint.</summary>
    public sealed record EndpointSpec([property: JsonPropertyName("fqdn")] FqdnSpec Fqdn);

    /// <summary>A host name.</summary>
    public sealed record FqdnSpec(string Hostname, int Port);
}
