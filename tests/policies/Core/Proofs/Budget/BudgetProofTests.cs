using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Budget;

namespace LlmOpsSecure.Policies.Tests.Proofs.Budget;

public sealed class BudgetProofTests
{
    private static TokenBudget Budget(long requests, long limit, long window, long context, long output, long inFlight) =>
        new("t", "m") { RequestsPerMinute = requests, TokenLimit = limit, Window = window, TokensPerRequest = context, OutputPerRequest = output, InFlight = inFlight };

    [Fact]
    public void What_is_in_flight_when_the_limit_is_met_is_served_all_the_same()
    {
        var budget = Budget(20, 100_000, 3600, 4096, 512, 16);
        Assert.Equal(16 * 4096, budget.Overshoot);
        Assert.Equal(100_000 - 1 + (16 * 4096), budget.TokensPerWindow);
        Assert.Equal(25 * budget.TokensPerWindow, budget.TokensPerDay);
    }

    [Fact]
    public void Without_a_limit_there_is_no_bound()
    {
        var budget = new TokenBudget("t", "m") { TokensPerRequest = 4096 };
        Assert.Null(budget.TokensPerDay);
        Assert.Null(budget.DaysFor(1));
        Assert.Null(budget.CostPerDay(1, 1));
    }

    [Fact]
    public void A_day_costs_most_when_as_much_as_possible_is_answers()
    {
        var budget = Budget(1, 1_000_000, 86_400, 1000, 10, 1);
        Assert.Equal((((budget.TokensPerDay!.Value - budget.OutputPerDay!.Value) * 1m) + (budget.OutputPerDay.Value * 10m)) / 1_000_000m, budget.CostPerDay(1, 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_caller_ever_gets_more_than_the_bound(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var (requests, window, context, flying, timeout) = (random.Next(1, 30), random.Next(1, 4) * 600, random.Next(1, 500), random.Next(1, 20), random.Next(1, 90));
            var budget = Budget(requests, random.Next(1, 20_000), window, context, context, flying);
            Assert.InRange(Greediest(budget, timeout, random, 60), 0, budget.TokensPerMinute!.Value);
            Assert.InRange(Greediest(budget, timeout, random, 7200), 0, Day(budget, 7200));
        }

        // A day is too long to simulate this often; two hours follow the same rule.
        static long Day(TokenBudget budget, long seconds) => (((seconds + budget.Window - 1) / budget.Window) + 1) * budget.TokensPerWindow!.Value;
    }

    // A gateway that counts requests of each minute at once and tokens at the end of each answer, and a caller who sends whenever it may.
    private static long Greediest(TokenBudget budget, int timeout, Random random, int period)
    {
        var ends = new List<(int At, long Tokens)>();
        var running = new List<int>();
        var (minute, window, admitted, counted) = (-1, -1L, 0L, 0L);
        for (var now = 0; now < period + 4000; now++)
        {
            if (now / 60 != minute)
            {
                (minute, admitted) = (now / 60, 0);
            }

            if (now / budget.Window != window)
            {
                (window, counted) = (now / budget.Window, 0);
            }

            foreach (var _ in running.Where(end => end == now))
            {
                counted += budget.TokensPerRequest!.Value;
                ends.Add((now, budget.TokensPerRequest.Value));
            }

            running.RemoveAll(end => end == now);
            while (admitted < budget.RequestsPerMinute && counted < budget.TokenLimit && running.Count < budget.InFlight)
            {
                admitted++;
                running.Add(now + random.Next(1, timeout + 1));
            }
        }

        var best = 0L;
        var (sum, first) = (0L, 0);
        foreach (var (at, tokens) in ends)
        {
            sum += tokens;
            while (ends[first].At <= at - period)
            {
                sum -= ends[first++].Tokens;
            }

            best = Math.Max(best, sum);
        }

        return best;
    }

    [Fact]
    public void Limits_caps_and_replicas_are_read_from_the_stack()
    {
        var stack = Resources.Stack(
            """{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "gatewayClassName": "c" } } }""",
            """{ "type": "kubernetes:gateway.networking.k8s.io/v1:GatewayClass", "name": "c", "properties": { "metadata": { "name": "c" }, "spec": { "parametersRef": { "name": "p" } } } }""",
            """{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:EnvoyProxy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "provider": { "kubernetes": { "envoyDeployment": { "replicas": 3 } } } } } }""",
            """{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "tokens", "type": "TotalToken" }], "rules": [{ "matches": [{ "headers": [{ "name": "x-ai-eg-model", "value": "m" }] }], "backendRefs": [{ "name": "m" }] }] } } }""",
            """{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIServiceBackend", "name": "b", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "bodyMutation": { "set": [{ "path": "n", "value": "1" }] } } } }""",
            """{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:SecurityPolicy", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" }, "spec": { "targetRefs": [{ "kind": "Gateway", "name": "g" }], "jwt": { "providers": [{ "name": "i", "claimToHeaders": [{ "claim": "azp", "header": "x-tenant-id" }] }] }, "authorization": { "defaultAction": "Deny", "rules": [{ "action": "Allow", "principal": { "jwt": { "provider": "i", "claims": [{ "name": "azp", "values": ["one", "two"] }] } } }] } } } }""",
            """{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "l", "properties": { "metadata": { "name": "l", "namespace": "n" }, "spec": { "targetRefs": [{ "kind": "Gateway", "name": "g" }], "circuitBreaker": { "maxParallelRequests": 4 }, "rateLimit": { "type": "Global", "global": { "rules": [{ "clientSelectors": [{ "headers": [{ "name": "x-tenant-id", "type": "Distinct" }] }], "limit": { "requests": 2, "unit": "Second" } }, { "clientSelectors": [{ "headers": [{ "name": "x-tenant-id", "type": "Exact", "value": "one" }] }], "limit": { "requests": 1000, "unit": "Hour" }, "cost": { "response": { "from": "Metadata", "metadata": { "key": "tokens" } } } }] } } } } }""",
            """{ "type": "kubernetes:apps/v1:Deployment", "name": "d", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "replicas": 1, "template": { "spec": { "containers": [{ "name": "c", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--served-model-name=m", "--max-num-seqs=8", "--max-model-len=2048", "--override-generation-config={\"max_new_tokens\":256}"] }], "volumes": [{ "configMap": { "name": "guard" } }] } } } } }""",
            """{ "type": "kubernetes:core/v1:ConfigMap", "name": "guard", "properties": { "metadata": { "name": "guard", "namespace": "n" }, "data": { "haproxy.cfg": "backend server\n    server server 127.0.0.1:8000 maxconn 8 maxqueue 2 check\n" } } }""",
            """{ "type": "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "name": "h", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "maxReplicas": 2, "scaleTargetRef": { "name": "m" } } } }""");
        var budgets = BudgetProof.Of(stack).Budgets;
        Assert.Equal(["one", "two"], budgets.Select(budget => budget.Tenant));
        var one = budgets[0];
        Assert.Equal((120L, 1000L, 3600L, 2048L, 256L), (one.RequestsPerMinute, one.TokenLimit, one.Window, one.TokensPerRequest, one.OutputPerRequest));
        Assert.Equal(12, one.InFlight); // three proxies of four; the guards would let in twenty
        Assert.Empty(one.Missing);
        Assert.Equal(["tokens"], budgets[1].Missing);
    }
}
