using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using LlmOpsSecure.Infra.Configuration;
using Pulumi;
using Pulumi.Testing;

namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>Runs the program in this process against <see cref="PlaceholderMocks"/> and tells what it registered.</summary>
internal sealed class RecordedStack
{
    private static readonly AsyncLocal<(StackSettings Settings, ConcurrentQueue<(Pulumi.Resource Resource, Pulumi.Resource? Parent, ResourceArgs Args, bool Protect)> Seen)> Current = new();

    /// <summary>All resources but the stack itself, in the order of their names.</summary>
    public required IReadOnlyList<RecordedResource> Resources { get; init; }

    public static Task<RecordedStack> Of(string stack, params (string Key, string Value)[] changes) => Of(StackFile.Settings(stack, changes));

    public static async Task<RecordedStack> Of(StackSettings settings)
    {
        var mocks = new PlaceholderMocks();
        var queue = new ConcurrentQueue<(Pulumi.Resource Resource, Pulumi.Resource? Parent, ResourceArgs Args, bool Protect)>();
        Current.Value = (settings, queue);
        await Deployment.TestAsync<ProgramStack>(mocks, new TestOptions { IsPreview = false, StackName = "test", ProjectName = "llmopssecure" });
        var seen = queue.Where(one => one.Resource is not Stack).ToList();
        var known = seen.ToDictionary(one => one.Resource, one => one);
        var resources = seen.Select(one => Record(one.Resource, one.Parent, one.Args, one.Protect)).OrderBy(resource => resource.Urn, StringComparer.Ordinal).ToList();
        return new() { Resources = resources };

        RecordedResource Record(Pulumi.Resource resource, Pulumi.Resource? parent, ResourceArgs args, bool isProtected)
        {
            var asked = mocks.Asked[(resource.GetResourceType(), resource.GetResourceName())];
            return new(UrnOf(resource), resource.GetResourceType(), resource.GetResourceName(), parent is null or Stack ? null : UrnOf(parent), asked.Inputs, args, resource is CustomResource)
            {
                Id = resource is CustomResource ? asked.Id : null,
                State = asked.State,
                Protect = isProtected,
            };
        }

        string UrnOf(Pulumi.Resource resource) => $"urn:pulumi:test::llmopssecure::{TypesOf(resource)}::{resource.GetResourceName()}";

        string TypesOf(Pulumi.Resource resource) =>
            known.TryGetValue(resource, out var one) && one.Parent is not (null or Stack) ? $"{TypesOf(one.Parent)}${resource.GetResourceType()}" : resource.GetResourceType();
    }

    private sealed class ProgramStack : Stack
    {
        public ProgramStack()
            : base(new StackOptions
            {
                ResourceTransformations =
                {
                    one =>
                    {
                        Current.Value.Seen.Enqueue((one.Resource, one.Options.Parent, one.Args, one.Options.Protect == true));
                        return null;
                    },
                },
            }) => StackProgram.Define(Current.Value.Settings);
    }
}

/// <summary>One resource that the program registered.</summary>
internal sealed record RecordedResource(string Urn, string Type, string Name, string? Parent, ImmutableDictionary<string, object> Inputs, ResourceArgs Args, bool IsCustom)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The id; null for a component.</summary>
    public required string? Id { get; init; }

    /// <summary>Inputs and what the provider adds.</summary>
    public required ImmutableDictionary<string, object> State { get; init; }

    /// <summary>Whether it is protected from deletion.</summary>
    public required bool Protect { get; init; }

    /// <summary>The inputs as JSON with sorted names.</summary>
    public string Json => JsonSerializer.Serialize(Sorted(this.Inputs), Indented);

    private static object? Sorted(object? value) => value switch
    {
        IDictionary<string, object> map => new SortedDictionary<string, object?>(map.ToDictionary(pair => pair.Key, pair => Sorted(pair.Value), StringComparer.Ordinal), StringComparer.Ordinal),
        System.Collections.IEnumerable list and not string => list.Cast<object?>().Select(Sorted).ToList(),
        _ => value,
    };
}
