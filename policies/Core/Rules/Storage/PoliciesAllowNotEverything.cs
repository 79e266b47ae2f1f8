using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class PoliciesAllowNotEverything() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-policies-allow-not-everything",
    Title = "Stored access policies do not allow everything",
    Why = "Whoever finds one link may do everything.",
    Severity = Severity.Medium,
    Types = ["azure:storage/table:Table", "azure:storage/share:Share"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Name the permissions that are needed.",
    Good = ["""{ "acls": [ { "id": "a", "accessPolicies": [ { "permissions": "r" } ] } ] }""", """{ }"""],
    Bad = ["""{ "acls": [ { "id": "a", "accessPolicies": [ { "permissions": "rwdl" } ] } ] }"""],
    Equivalents = ["kics:3ac3e75c-6374-4a32-8ba0-6ed69bda404e", "kics:48bbe0fd-57e4-4678-a4a1-119e79c90fc3"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["acls"].EachMust(acl => acl["accessPolicies"].EachMust(policy => policy["permissions"].Must("not allow reading, writing, deleting and more at once", found => !AllowsEverything(found.AsText ?? ""), whenAbsent: true)));

    // The letters stand for read, write, delete, and list or add.
    private static bool AllowsEverything(string permissions) => "rwd".All(letter => permissions.Contains(letter, StringComparison.OrdinalIgnoreCase)) && permissions.AsSpan().IndexOfAny("laLA") >= 0;
}
