using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace LlmOpsSecure.Infra.Decisions;

/// <summary>
/// The namespace of the two programs that a decision passes through, with an account and the flows of each: the proposer, which only sends, and the
/// executor, which only reads what people approved. The programs are yours; with the kill switch on the executor reaches nothing.
/// </summary>
public sealed class DecisionAccounts : ComponentResource
{
    /// <summary>Makes the namespace and the accounts.</summary>
    public DecisionAccounts(string name, DecisionAccountsArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:decisions:DecisionAccounts", name, options)
    {
        var scope = args.Scope;
        const string home = WorkloadAccounts.DecisionsNamespace;
        var space = new SecureNamespace(home, new() { Scope = scope, Role = NamespaceRole.Decisions, Pods = 10, Cpus = 8, MemoryGiB = 16 }, new() { Parent = this });
        var inside = new CustomResourceOptions { Parent = this, DependsOn = { space } };
        foreach (var account in new[] { WorkloadAccounts.Proposer, WorkloadAccounts.Executor })
        {
            _ = new ServiceAccount($"{home}-{account.Name}", new ServiceAccountArgs { Metadata = scope.AccountMeta(account), AutomountServiceAccountToken = false }, inside);
            if (account != WorkloadAccounts.Executor || !scope.Settings.KillSwitch)
            {
                Reach(scope, account.Name, inside);
            }
        }

        this.RegisterOutputs();
    }

    private static void Reach(WorkloadScope scope, string account, CustomResourceOptions options)
    {
        const string home = WorkloadAccounts.DecisionsNamespace;
        var endpoints = new AddressPlan(scope.Settings.Network)["endpoints"];
        Flows.Allow(scope, home, account, new() { ["app.kubernetes.io/name"] = account }, [], [Flows.Rule(Flows.Range(endpoints), ("TCP", 443), ("TCP", 5671))], options);
        List<string> names = [$"{scope.Settings.Name}-decisions.servicebus.windows.net", $"{scope.Settings.Name}ledger.blob.core.windows.net"];
        IReadOnlyList<EgressRule> hosts = scope.Settings.Network.Egress == EgressMode.None ? [] : [new("login.microsoftonline.com", 443)];
        NamedHosts.Allow(scope, home, $"{account}-names", "app.kubernetes.io/name", account, hosts, names, options);
    }
}
