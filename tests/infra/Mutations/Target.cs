using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Model;
using Stack = LlmOpsSecure.Policies.Model.Stack;

namespace LlmOpsSecure.Infra.Tests.Mutations;

/// <summary>Where a mutation can be made: a resource, null for the stack itself, and a place in its properties.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Place">The property, from the root.</param>
/// <param name="PodSteps">How many steps of the place lead to the pod specification.</param>
internal sealed partial record Target(Resource? Resource, IReadOnlyList<object> Place, int PodSteps = 0)
{
    /// <summary>All places of a stack where the mutation would change something.</summary>
    public static IEnumerable<Target> Of(Stack stack, Mutation mutation)
    {
        if (mutation.Type == "(stack)")
        {
            return [new Target(null, [])];
        }

        if (mutation.Type != "(pod)")
        {
            return stack.Resources.Where(resource => resource.Type == mutation.Type && (mutation.Where == $"resource={resource.Name}" || Values.Holds(resource.Properties, mutation.Where))).SelectMany(resource => In(resource, resource.Properties, [], mutation));
        }

        // The device plugin is exempt from rules of pods, with a reason.
        return stack.Resources.Where(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && resource.Name != "gpu-device-plugin")
            .SelectMany(PodSpec.Of)
            .Where(pod => Values.Holds(pod.Spec.Value!, mutation.Where))
            .SelectMany(pod => In(pod.Owner, pod.Spec.Value!, [.. pod.Spec.Path.Split('.')], mutation));
    }

    /// <summary>A text with the resource's properties in the place of <c>${name}</c>.</summary>
    public string Filled(string text) => Reference().Replace(text, match => match.Groups["name"].Value == "id" ? this.Resource!.Id! : Values.Text(this.Resource!.Properties[match.Groups["name"].Value]));

    private static IEnumerable<Target> In(Resource resource, PropertyValue root, object[] before, Mutation mutation)
    {
        if (mutation.Path.StartsWith('('))
        {
            return [new(resource, [])];
        }

        var must = mutation.Change == "delete" || mutation.Change.StartsWith("without ", StringComparison.Ordinal);
        return Values.Places(root, mutation.Path)
            .Where(place => Values.At(root, place) is { } value ? mutation.Change != "= " + Json(value) : !must)
            .Select(place => new Target(resource, [.. before, .. place], before.Length));
    }

    private static string Json(PropertyValue value) => value.Inner.Kind == PropertyKind.Text ? $"\"{value.Inner.Text}\"" : Values.Text(value);

    [GeneratedRegex(@"\$\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
