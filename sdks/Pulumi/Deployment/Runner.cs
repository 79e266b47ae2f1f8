namespace Pulumi;

/// <summary>Keeps track of everything that still runs, and ends the run when nothing does, or when something fails.</summary>
internal sealed class Runner(Deployment deployment)
{
    /// <summary>The exit code that says: the user has been told.</summary>
    public const int AlreadyReported = 32;

    private readonly Lock gate = new();
    private readonly TaskCompletionSource<Exception?> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Exception> seen = new(ReferenceEqualityComparer.Instance);
    private int running;

    /// <summary>The exceptions that ended the run.</summary>
    public List<Exception> Failures { get; } = [];

    /// <summary>Done at once while the run goes well, and never when something has failed: a failed run makes nothing more.</summary>
    public Task GoOnAsync() => this.done.Task is { IsCompletedSuccessfully: true, Result: not null } ? Task.Delay(Timeout.Infinite) : Task.CompletedTask;

    /// <summary>Makes the run wait for the task, and fail if it does.</summary>
    public void Register(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (this.gate)
        {
            this.running++;
        }

        _ = task.ContinueWith(this.Finished, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Runs the program and waits for all that it started; the exit code.</summary>
    public async Task<int> RunAsync(Func<Task> program)
    {
        // The program counts from its first statement: what it starts may be done before it has started everything.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        this.Register(started.Task);
        this.Register(program());
        started.SetResult();

        if (await this.done.Task.ConfigureAwait(false) is { } failure)
        {
            return await this.FailAsync(failure).ConfigureAwait(false);
        }

        return await deployment.FlushLogAsync().ConfigureAwait(false) ? deployment.LoggedErrors ? 1 : 0 : 1;
    }

    private void Finished(Task task)
    {
        lock (this.gate)
        {
            this.running--;
            if (task.IsFaulted)
            {
                foreach (var error in task.Exception!.InnerExceptions)
                {
                    if (this.seen.Add(error))
                    {
                        this.Failures.Add(error);
                    }
                }

                this.done.TrySetResult(this.Failures[0]);
            }
            else if (this.running == 0)
            {
                this.done.TrySetResult(null);
            }
        }
    }

    private async Task<int> FailAsync(Exception failure)
    {
        switch (failure)
        {
            case LogException:
                await Console.Error.WriteLineAsync("Error occurred trying to send logging message to engine:\n" + failure.InnerException?.Message).ConfigureAwait(false);
                return 1;
            case RunException:
                deployment.Log(LlmOpsSecure.Protocol.LogSeverity.Error, failure.Message);
                break;
            case ResourceException error:
                deployment.Log(LlmOpsSecure.Protocol.LogSeverity.Error, error.HideStack ? error.Message : error.ToString(), error.Resource);
                break;
            default:
                var location = System.Reflection.Assembly.GetEntryAssembly()?.Location;
                deployment.Log(LlmOpsSecure.Protocol.LogSeverity.Error, $"Running program '{location}' failed with an unhandled exception:{Environment.NewLine}{failure}");
                break;
        }

        return await deployment.FlushLogAsync().ConfigureAwait(false) ? AlreadyReported : 1;
    }
}
