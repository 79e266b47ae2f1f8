namespace LlmOpsSecure.Policies.Model;

/// <summary>The settings name a policy or parameter that does not exist. The message says which, and what there is.</summary>
public sealed class PolicySettingsException(string message) : Exception(message);
