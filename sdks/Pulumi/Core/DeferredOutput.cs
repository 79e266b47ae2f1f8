namespace Pulumi;

/// <summary>An output that is handed out before it is known where its value comes from.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An output that waits for <see cref="Resolve"/>.</summary>
    public DeferredOutput() => this.Output = new Output<T>(this.Follow());

    /// <summary>The output.</summary>
    public Output<T> Output { get; }

    /// <summary>Says where the value comes from; a second call throws <see cref="InvalidOperationException"/>.</summary>
    public void Resolve(Output<T> output)
    {
        if (!this.source.TrySetResult(output))
        {
            throw new InvalidOperationException("DeferredOutput can only be resolved once.");
        }
    }

    private async Task<OutputData<T>> Follow() => await (await this.source.Task.ConfigureAwait(false)).Data.ConfigureAwait(false);
}
