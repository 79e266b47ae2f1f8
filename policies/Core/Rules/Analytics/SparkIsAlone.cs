using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SparkIsAlone() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-spark-is-alone",
    Title = "Spark pools run on hosts of their own",
    Why = "It shares a network or host with others.",
    Severity = Severity.Low,
    Types = ["azure:synapse/sparkPool:SparkPool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set computeIsolationEnabled to true.",
    Corrections = [new("computeIsolationEnabled", "true")],
    Good = ["""{ "computeIsolationEnabled": true }"""],
    Bad = ["""{ "computeIsolationEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_242"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["computeIsolationEnabled"].MustBe(true);
}
