using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output turns out to be: a value, whether it is known, whether it is secret, and the resources that it came from.</summary>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public OutputData<TOther> With<TOther>(TOther value) => new(this.Resources, value, this.IsKnown, this.IsSecret);
}

internal static class OutputData
{
    public static OutputData<T> Of<T>(T value, bool isKnown = true, bool isSecret = false) => new([], value, isKnown, isSecret);
}
