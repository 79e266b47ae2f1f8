namespace LlmOpsSecure.Policies.Model;

/// <summary>What a preview says of properties that a program left out.</summary>
internal static class PreviewFields
{
    /// <summary>Whether a preview has the value as unknown only because the program left it out. Of a property that no provider computes, that is none.</summary>
    public static bool IsLeftOut(this Field field) => field.IsUnknown && !field.Resource.PropertyDependencies.ContainsKey(field.Path.Split('.', '[')[0]);
}
