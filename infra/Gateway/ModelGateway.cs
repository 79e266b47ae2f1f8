using System.Globalization;
using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Serving;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>
/// The front door of the models: callers show a token of the issuer, whose claim says which tenant they are; each tenant has a budget of requests and
/// of tokens; bodies, time and concurrency are bounded; and fields that leak a model or multiply its work are taken out of every request.
/// </summary>
public sealed class ModelGateway : ComponentResource
{
    private readonly WorkloadScope scope;

    /// <summary>Makes the gateway with a route for each model.</summary>
    public ModelGateway(string name, GatewayRuntimeArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:gateway:ModelGateway", name, options)
    {
        this.scope = args.Scope;
        var settings = this.scope.Settings;
        const string home = WorkloadAccounts.GatewayNamespace;
        var inside = new CustomResourceOptions { Parent = this };
        _ = args.Authority.Issue(home, $"{GatewayNames.Models}-tls", settings.Gateway.Host, CertificateUse.Server, inside);
        _ = args.Authority.Issue(home, "gateway-client", GuardConfiguration.Caller, CertificateUse.Client, inside);
        FrontDoor.Create(this.scope, GatewayNames.Models, settings.Gateway.Host, "models", "gateway-client", inside);
        _ = new CustomObject<SecurityPolicySpec>("llm-callers", this.scope.Meta(GatewayNames.Models, home), Callers(settings), inside);
        _ = new CustomObject<BackendTrafficPolicySpec>("llm-limits", this.scope.Meta(GatewayNames.Models, home), Limits(settings), inside);
        foreach (var (inNamespace, tenant) in WorkloadAccounts.ModelNamespaces(settings))
        {
            foreach (var model in settings.Models)
            {
                this.Route(inNamespace, tenant, model, inside);
            }
        }

        ProxyFlows.Allow(this.scope, GatewayNames.Models, [.. WorkloadAccounts.ModelNamespaces(settings).SelectMany(space => settings.Models.Select(model => Flows.Tcp(Flows.App(space.Namespace, model.Name), GuardConfiguration.Port)))], inside);
        this.RegisterOutputs();
    }

    private static SecurityPolicySpec Callers(StackSettings settings) => new(
        [ObjectRef.Gateway(GatewayNames.Models)],
        new([new("issuer", settings.Gateway.Issuer, [settings.Gateway.Audience], new(settings.Gateway.JwksUri), [new("azp", GatewayNames.TenantHeader)], RecomputeRoute: true)]), // gateway-callers-show-a-token
        new("Deny", [new("tenants", "Allow", new(new("issuer", [new("azp", [.. settings.Tenants.Select(tenant => tenant.ClientId)])])))])); // gateway-callers-are-denied-by-default

    // A rule of requests and, for each model, one of tokens for each tenant; a tenant without a rule is refused before.
    private static BackendTrafficPolicySpec Limits(StackSettings settings)
    {
        var rules = new List<BackendTrafficPolicySpec.RuleSpec>();
        foreach (var tenant in settings.Tenants)
        {
            var caller = new BackendTrafficPolicySpec.HeaderMatch(GatewayNames.TenantHeader, "Exact", tenant.ClientId);
            rules.Add(new([new([caller])], new(tenant.RequestsPerMinute, "Minute"))); // gateway-tenants-have-a-request-budget
            rules.AddRange(settings.Models.Select(model => new BackendTrafficPolicySpec.RuleSpec(
                [new([caller, new(GatewayNames.ModelHeader, "Exact", model.Name)])],
                new(tenant.TokensPerHour, "Hour"), // gateway-tenants-have-a-token-budget
                new(new("Number", Number: 0), new("Metadata", Metadata: new("io.envoy.ai_gateway", "llm_total_token"))))));
        }

        var timeout = Seconds(settings.Gateway.TimeoutSeconds);
        var concurrency = settings.Models.Sum(model => model.Sequences * model.MaxReplicas);
        return new(
            [ObjectRef.Gateway(GatewayNames.Models)],
            new("Global", new(rules)),
            new($"{settings.Gateway.BodyKiB.ToString(CultureInfo.InvariantCulture)}Ki"), // gateway-bodies-are-bounded
            new(concurrency * 2, concurrency, concurrency, 1),                           // gateway-concurrency-is-bounded
            new(0),
            new(new(timeout, "300s")));
    }

    private void Route(string inNamespace, TenantSettings? tenant, ModelSettings model, CustomResourceOptions options)
    {
        var key = $"{inNamespace}-{model.Name}";
        var host = ModelServer.HostOf(inNamespace, model.Name);
        var timeout = Seconds(this.scope.Settings.Gateway.TimeoutSeconds);
        List<AiGatewayRouteSpec.HeaderSpec> match = [new(GatewayNames.ModelHeader, model.Name)];
        if (tenant is not null)
        {
            match.Add(new(GatewayNames.TenantHeader, tenant.ClientId));
        }

        _ = new CustomObject<AiGatewayRouteSpec>(key, this.scope.Meta(model.Name, inNamespace), new(
            [new(null, null, GatewayNames.Models, WorkloadAccounts.GatewayNamespace)],
            [this.scope.Settings.Gateway.Host],
            [new("llm_total_token", "TotalToken"), new("llm_output_token", "OutputToken")],
            [new([new(match)], [new(null, null, model.Name)], new(timeout, timeout), "30s")]), options); // gateway-routes-have-timeouts
        _ = new CustomObject<AiServiceBackendSpec>(key, this.scope.Meta(model.Name, inNamespace), new(
            new("OpenAI"),
            new("gateway.envoyproxy.io", "Backend", model.Name),
            new(
                ["logprobs", "top_logprobs", "prompt_logprobs", "logit_bias", "echo", "best_of", "chat_template", "chat_template_kwargs", "prompt_embeds", "mm_processor_kwargs", "cache_salt", "kv_transfer_params"],
                [new("n", "1")])), options); // gateway-extraction-fields-are-removed
        _ = new CustomObject<BackendSpec>(key, this.scope.Meta(model.Name, inNamespace), new([new(new(host, GuardConfiguration.Port))]), options);
        _ = new CustomObject<BackendTlsPolicySpec>(key, this.scope.Meta(model.Name, inNamespace), new([new("gateway.envoyproxy.io", "Backend", model.Name)], new(host, [new("", "ConfigMap", CertificateAuthority.Published)])), options); // gateway-checks-the-guards-certificate
    }

    private static string Seconds(int seconds) => $"{seconds.ToString(CultureInfo.InvariantCulture)}s";
}
