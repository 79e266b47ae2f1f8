using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Proofs.Budget;

/// <summary>A stack that keeps each law of budgets, broken in one place: the law says what is missing.</summary>
public sealed class BrokenBudgetTests
{
    [Theory]
    [InlineData("\"unit\": \"Minute\"", "\"unit\": \"Fortnight\"", "requests of a minute")]
    [InlineData("\"unit\": \"Hour\"", "\"unit\": \"Fortnight\"", "tokens")]
    [InlineData("\"type\": \"TotalToken\"", "\"type\": \"OutputToken\"", "tokens")]
    [InlineData("\"metadataKey\": \"tokens\"", "\"metadataKey\": \"others\"", "tokens")]
    [InlineData("\"value\": \"t\"", "\"value\": \"another\"", "requests of a minute, tokens")]
    [InlineData("\"defaultAction\": \"Deny\"", "\"defaultAction\": \"Allow\"", "who may call")]
    [InlineData("--max-model-len=4096", "--port=1", "the context of a request")]
    [InlineData("VLLM_MAX_N_SEQUENCES", "OTHER", "the answers to one request")]
    public void What_nobody_bounds_is_named(string from, string to, string missing)
    {
        var policy = PolicyPack.Kit.Policies.Single(one => one.Info.Id == "proofs-token-budgets-are-bounded");
        var whole = policy.Info.Good[0];
        Assert.Empty(Examples.Judge(policy, whole));
        Assert.Contains(from, whole, StringComparison.Ordinal);
        var finding = Assert.IsType<Violation>(Assert.Single(Examples.Judge(policy, whole.Replace(from, to, StringComparison.Ordinal))));
        Assert.Contains($"nobody bounds {missing}", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_that_cannot_be_kept_is_refused_with_the_sum()
    {
        var policy = PolicyPack.Kit.Policies.Single(one => one.Info.Id == "proofs-token-budgets-keep-their-promise");
        Assert.Empty(Examples.Judge(policy, policy.Info.Good[0]));
        var finding = Assert.IsType<Violation>(Assert.Single(Examples.Judge(policy, policy.Info.Good[0].Replace("--max-num-seqs=8", "--max-num-seqs=800", StringComparison.Ordinal).Replace("--max-model-len=4096", "--max-model-len=131072", StringComparison.Ordinal))));
        Assert.Contains("requests in flight of 131,072 tokens make it", finding.Message, StringComparison.Ordinal);
    }
}
