using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class HealthIsChecked() : ResourcePolicy(new PolicyInfo
{
    Id = "app-health-is-checked",
    Title = "The health of apps is checked",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = AppTypes.Web,
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set siteConfig.healthCheckPath.",
    Good = ["""{ "siteConfig": { "healthCheckPath": "/healthz" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_213"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["siteConfig.healthCheckPath"].MustExist();
}
