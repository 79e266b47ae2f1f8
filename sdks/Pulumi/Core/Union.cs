namespace Pulumi;

/// <summary>A value of one of two types.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 first;
    private readonly T1 second;

    private Union(bool isSecond, T0 first, T1 second)
    {
        this.IsT1 = isSecond;
        this.first = first;
        this.second = second;
    }

    /// <summary>Whether it holds the first type.</summary>
    public bool IsT0 => !this.IsT1;

    /// <summary>Whether it holds the second type.</summary>
    public bool IsT1 { get; }

    /// <summary>The value as the first type; throws if it is the other.</summary>
    public T0 AsT0 => this.IsT0 ? this.first : throw new InvalidOperationException($"Cannot return as T0 as result is T1");

    /// <summary>The value as the second type; throws if it is the other.</summary>
    public T1 AsT1 => this.IsT1 ? this.second : throw new InvalidOperationException($"Cannot return as T1 as result is T0");

    /// <summary>The value.</summary>
    public object Value => (this.IsT0 ? this.first : (object?)this.second)!;

    object? IUnion.Value => this.Value;

    /// <summary>A union that holds the first type.</summary>
    public static Union<T0, T1> FromT0(T0 input) => new(false, input, default!);

    /// <summary>A union that holds the second type.</summary>
    public static Union<T0, T1> FromT1(T1 input) => new(true, default!, input);

    /// <summary>Maps the value by the function for its type.</summary>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => this.IsT0 ? f0(this.first) : f1(this.second);

    /// <summary>Hands the value to the action for its type.</summary>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (this.IsT0)
        {
            f0(this.first);
        }
        else
        {
            f1(this.second);
        }
    }

    /// <summary>Maps both types.</summary>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1) =>
        this.IsT0 ? Union<TResult0, TResult1>.FromT0(mapFunc0(this.first)) : Union<TResult0, TResult1>.FromT1(mapFunc1(this.second));

    /// <summary>Maps the first type.</summary>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) => this.Bimap(mapFunc, value => value);

    /// <summary>Maps the second type.</summary>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) => this.Bimap(value => value, mapFunc);

    /// <summary>Picks the first type, or leaves the second as the remainder.</summary>
    public bool TryPickT0(out T0 value, out T1 remainder)
    {
        (value, remainder) = (this.first, this.second);
        return this.IsT0;
    }

    /// <summary>Picks the second type, or leaves the first as the remainder.</summary>
    public bool TryPickT1(out T1 value, out T0 remainder)
    {
        (value, remainder) = (this.second, this.first);
        return this.IsT1;
    }

    /// <inheritdoc/>
    public bool Equals(Union<T0, T1> other) => this.IsT1 == other.IsT1 && Equals(this.Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Union<T0, T1> other && this.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(this.IsT1, this.Value);

    /// <inheritdoc/>
    public override string ToString() => this.Value?.ToString() ?? "";

    /// <summary>Whether both hold the same value of the same type.</summary>
    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    /// <summary>Wraps the first type.</summary>
    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    /// <summary>Wraps the second type.</summary>
    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);
}

/// <summary>A union of any types.</summary>
internal interface IUnion
{
    object? Value { get; }
}
