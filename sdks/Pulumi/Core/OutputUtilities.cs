using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks into outputs; for tests and for those who write SDKs.</summary>
public static class OutputUtilities
{
    /// <summary>An output whose value is there but counts as unknown.</summary>
    public static Output<T> CreateUnknown<T>(T value) => CreateUnknown(() => Task.FromResult(value));

    /// <summary>An output whose value is there but counts as unknown.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        return new(Make());

        async Task<OutputData<T>> Make() => OutputData.Of(await valueFactory().ConfigureAwait(false), isKnown: false);
    }

    /// <summary>Whether the value is known.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsKnown;

    /// <summary>The value; the default while it is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await output.Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : default!;
    }

    /// <summary>The resources that the value came from.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).Resources;

    /// <summary>The same output, depending on the resource too.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        return new(Make());

        async Task<OutputData<T>> Make()
        {
            var data = await output.Data.ConfigureAwait(false);
            return data with { Resources = data.Resources.Add(resource) };
        }
    }
}
