using System.Collections.Immutable;
using System.Numerics;

namespace LlmOpsSecure.Policies.Proofs.Sets;

/// <summary>An immutable set of integers, held as sorted, disjoint, non-adjacent closed intervals, so that equal sets have equal intervals.</summary>
/// <typeparam name="T">The integer type; its whole range is the universe.</typeparam>
public readonly struct IntervalSet<T> : IEquatable<IntervalSet<T>>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly ImmutableArray<(T First, T Last)> intervals;

    private IntervalSet(ImmutableArray<(T First, T Last)> intervals) => this.intervals = intervals;

    /// <summary>The set without members.</summary>
    public static IntervalSet<T> Empty => default;

    /// <summary>The intervals in ascending order; each bound belongs to its interval.</summary>
    public ImmutableArray<(T First, T Last)> Intervals => this.intervals.IsDefault ? [] : this.intervals;

    /// <summary>Whether the set has no members.</summary>
    public bool IsEmpty => this.intervals.IsDefaultOrEmpty;

    /// <summary>The integers from <paramref name="first"/> to <paramref name="last"/>, both included; empty if they are in the wrong order.</summary>
    public static IntervalSet<T> Of(T first, T last) => first > last ? Empty : new([(first, last)]);

    /// <summary>The members of any of the intervals, which may overlap and come in any order.</summary>
    public static IntervalSet<T> Of(IEnumerable<(T First, T Last)> intervals)
    {
        var merged = ImmutableArray.CreateBuilder<(T First, T Last)>();
        foreach (var (first, last) in intervals.Where(interval => interval.First <= interval.Last).Order())
        {
            if (merged.Count > 0 && (merged[^1].Last == T.MaxValue || first <= merged[^1].Last + T.One))
            {
                merged[^1] = (merged[^1].First, T.Max(merged[^1].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return new(merged.DrainToImmutable());
    }

    /// <summary>Whether the value is a member.</summary>
    public bool Contains(T value)
    {
        foreach (var (first, last) in this.Intervals)
        {
            if (value <= last)
            {
                return value >= first;
            }
        }

        return false;
    }

    /// <summary>Whether every member of the other set is a member of this one.</summary>
    public bool Covers(IntervalSet<T> other) => other.Except(this).IsEmpty;

    /// <summary>The members of either set.</summary>
    public IntervalSet<T> Union(IntervalSet<T> other) => this.IsEmpty ? other : other.IsEmpty ? this : Of([.. this.Intervals, .. other.Intervals]);

    /// <summary>The members of both sets.</summary>
    public IntervalSet<T> Intersect(IntervalSet<T> other)
    {
        var common = ImmutableArray.CreateBuilder<(T First, T Last)>();
        var (left, right) = (this.Intervals, other.Intervals);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var (first, last) = (T.Max(left[i].First, right[j].First), T.Min(left[i].Last, right[j].Last));
            if (first <= last)
            {
                common.Add((first, last));
            }

            if (left[i].Last < right[j].Last)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return new(common.DrainToImmutable());
    }

    /// <summary>The members of this set that are not in the other.</summary>
    public IntervalSet<T> Except(IntervalSet<T> other)
    {
        if (this.IsEmpty || other.IsEmpty)
        {
            return this;
        }

        var rest = ImmutableArray.CreateBuilder<(T First, T Last)>();
        foreach (var (first, last) in this.Intervals)
        {
            var next = first;
            var open = true;
            foreach (var (cutFirst, cutLast) in other.Intervals)
            {
                if (cutLast < next || cutFirst > last)
                {
                    continue;
                }

                if (cutFirst > next)
                {
                    rest.Add((next, cutFirst - T.One));
                }

                if (cutLast >= last)
                {
                    open = false;
                    break;
                }

                next = cutLast + T.One;
            }

            if (open)
            {
                rest.Add((next, last));
            }
        }

        return new(rest.DrainToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(IntervalSet<T> other) => this.Intervals.AsSpan().SequenceEqual(other.Intervals.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IntervalSet<T> other && this.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var interval in this.Intervals)
        {
            hash.Add(interval);
        }

        return hash.ToHashCode();
    }

    /// <summary>The intervals as text, such as <c>80,443,8000-8080</c>.</summary>
    public override string ToString() => string.Join(',', this.Intervals.Select(interval => interval.First == interval.Last ? $"{interval.First}" : $"{interval.First}-{interval.Last}"));

    /// <summary>Whether two sets have the same members.</summary>
    public static bool operator ==(IntervalSet<T> left, IntervalSet<T> right) => left.Equals(right);

    /// <summary>Whether one of the sets has a member that the other has not.</summary>
    public static bool operator !=(IntervalSet<T> left, IntervalSet<T> right) => !left.Equals(right);
}
