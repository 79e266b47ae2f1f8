using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class AdministratorsAreHardToGuess() : ResourcePolicy(new PolicyInfo
{
    Id = "database-administrators-are-hard-to-guess",
    Title = "Administrators of SQL servers have a name that nobody guesses",
    Why = "Half of a guess is made already.",
    Severity = Severity.Low,
    Types = ["azure:mssql/server:Server", "azure:sql/activeDirectoryAdministrator:ActiveDirectoryAdministrator"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Choose another name.",
    Good = ["""{ "administratorLogin": "keeper-7f3a" }""", """{ }"""],
    Bad = ["""{ "administratorLogin": "admin" }""", """{ "administratorLogin": "" }"""],
    Equivalents = ["kics:bcd3fc01-5902-4f2a-b05a-227f9bbf5450", "kics:2ab6de9a-0136-415c-be92-79d2e4fd750f"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["administratorLogin"], resource["login"], resource["azureadAdministrator.loginUsername"] }.SelectMany(name => name.Must("not be a usual name", found => !Usual.Contains(found.AsText?.Trim() ?? "", StringComparer.OrdinalIgnoreCase), whenAbsent: true));

    private static readonly string[] Usual = ["", "admin", "administrator", "sqladmin", "root", "user", "azure_admin", "azure_administrator", "guest"];
}
