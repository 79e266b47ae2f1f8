using LlmOpsSecure.Infra.Workloads;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>A reference to an object.</summary>
internal sealed record ObjectRef(string? Group, string? Kind, string Name, string? Namespace = null, int? Port = null)
{
    /// <summary>A gateway.</summary>
    public static ObjectRef Gateway(string name) => new("gateway.networking.k8s.io", "Gateway", name);
}

/// <summary>Gateway API: the class of gateways that Envoy Gateway serves.</summary>
internal sealed record GatewayClassSpec(string ControllerName, ObjectRef ParametersRef) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "gateway.networking.k8s.io/v1";

    static string ICustomSpec.Kind => "GatewayClass";
}

/// <summary>Gateway API: a gateway.</summary>
internal sealed record GatewaySpec(string GatewayClassName, IReadOnlyList<GatewaySpec.Listener> Listeners) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "gateway.networking.k8s.io/v1";

    static string ICustomSpec.Kind => "Gateway";

    /// <summary>A listener.</summary>
    public sealed record Listener(string Name, string Protocol, int Port, string Hostname, ListenerTls Tls, AllowedRoutes AllowedRoutes);

    /// <summary>The listener's certificate.</summary>
    public sealed record ListenerTls(string Mode, IReadOnlyList<ObjectRef> CertificateRefs);

    /// <summary>Where its routes may be.</summary>
    public sealed record AllowedRoutes(RouteNamespaces Namespaces);

    /// <summary>The namespaces of its routes.</summary>
    public sealed record RouteNamespaces(string From, Selector Selector);

    /// <summary>Labels to select by.</summary>
    public sealed record Selector(IReadOnlyDictionary<string, string> MatchLabels);
}

/// <summary>Gateway API: how a gateway checks the certificate of what is behind it.</summary>
internal sealed record BackendTlsPolicySpec(IReadOnlyList<ObjectRef> TargetRefs, BackendTlsPolicySpec.Check Validation) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "gateway.networking.k8s.io/v1";

    static string ICustomSpec.Kind => "BackendTLSPolicy";

    /// <summary>Whose certificate, signed by whom.</summary>
    public sealed record Check(string Hostname, IReadOnlyList<ObjectRef> CaCertificateRefs);
}
