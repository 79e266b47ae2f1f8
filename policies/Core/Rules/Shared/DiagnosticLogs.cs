using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>What diagnostic settings send on.</summary>
internal static class DiagnosticLogs
{
    /// <summary>Whether a setting records a category, or one of the groups that hold every audit record; null where that is not known.</summary>
    public static bool? Record(Resource setting, Func<string, bool> category)
    {
        var logs = setting["enabledLogs"].Items.Concat(setting["logs"].Items).Where(log => log["enabled"].AsBoolean != false).ToList(); // the second is the name of earlier versions
        return logs.Any(log => log["categoryGroup"].AsText?.ToLowerInvariant() is "audit" or "alllogs" || (log["category"].AsText is { } name && category(name))) ? true
            : logs.Any(log => log["category"].IsUnknown || log["categoryGroup"].IsUnknown) ? null : false;
    }
}
