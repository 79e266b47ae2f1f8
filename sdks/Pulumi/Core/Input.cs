namespace Pulumi;

/// <summary>An argument: a plain value or an output, whichever is at hand. Both convert to it implicitly.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly object? content;
    private Output<T>? output;

    private protected Input()
    {
    }

    private protected Input(Output<T> value)
    {
        this.content = value ?? throw new ArgumentNullException(nameof(value));
        this.output = value;
    }

    private protected Input(T value) => this.content = value;

    object? IInput.Content => this.Content;

    /// <summary>See <see cref="IInput.Content"/>.</summary>
    private protected virtual object? Content => this.content;

    internal Output<T> ToOutput() => this.output ??= this.MakeOutput();

    private protected virtual Output<T> MakeOutput() => Output.Create((T)this.content!);

    /// <summary>Forgets the output made before, after the content changed.</summary>
    private protected void Changed() => this.output = null;

    /// <summary>Wraps a value.</summary>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>Wraps an output.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The input as an output.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.ToOutput();
}
