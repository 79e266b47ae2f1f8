using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A value that becomes available while the program runs: from a resource, an invoke or another output. It carries whether it is known (a preview does not know everything), whether it is
/// secret, and the resources it depends on.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Output<T> : IOutput
{
    private const string ToStringMessage =
        "Calling [ToString] on an [Output<T>] is not supported.\n\nTo get the value of an Output<T> as an Output<string> consider:\n1. o.Apply(v => $\"prefix{v}suffix\")\n2. Output.Format($\"prefix{hostname}suffix\");\n\nSee https://www.pulumi.com/docs/concepts/inputs-outputs for more details.";

    internal Output(Task<OutputData<T>> data)
    {
        this.Data = data;
        Deployment.Current?.Runner.Register(data);
    }

    internal Task<OutputData<T>> Data { get; }

    /// <summary>An output of what the task yields.</summary>
    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>The output of a function of the value. The function does not run while the value is unknown; dependencies and secretness carry over.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) =>
        new(this.Then(value => Task.FromResult(OutputData.Of(func(value)))));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) =>
        new(this.Then(async value => OutputData.Of(await func(value).ConfigureAwait(false))));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<ValueTuple> Apply(Func<T, Task> func) =>
        new(this.Then(async value =>
        {
            await func(value).ConfigureAwait(false);
            return OutputData.Of(default(ValueTuple));
        }));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => new(this.Then(value => func(value)?.ToOutput().Data ?? Nothing<TResult>()));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(this.Then(value => func(value)?.Data ?? Nothing<TResult>()));

    /// <summary>The output of a function of the value as an object.</summary>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => this.Apply(value => func(value));

    /// <summary>An explanation: an output's value is not available as text. With PULUMI_ERROR_OUTPUT_STRING set to 1 or true it throws instead.</summary>
    public override string ToString()
    {
        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } flag && (flag == "1" || string.Equals(flag, "true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(ToStringMessage);
        }

        Deployment.Current?.Log(LlmOpsSecure.Protocol.LogSeverity.Warning, ToStringMessage);
        return ToStringMessage + "\nThis function may throw in a future version of Pulumi.";
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await this.Data.ConfigureAwait(false);
        return data.With<object?>(data.Value);
    }

    internal async Task<OutputData<TResult>> Then<TResult>(Func<T, Task<OutputData<TResult>>> func)
    {
        var before = await this.Data.ConfigureAwait(false);
        if (!before.IsKnown)
        {
            return before.With(default(TResult)!);
        }

        var after = await func(before.Value).ConfigureAwait(false);
        return new(before.Resources.Union(after.Resources), after.Value, after.IsKnown, before.IsSecret || after.IsSecret);
    }

    private static Task<OutputData<TResult>> Nothing<TResult>() => Task.FromResult(OutputData.Of(default(TResult)!));
}
