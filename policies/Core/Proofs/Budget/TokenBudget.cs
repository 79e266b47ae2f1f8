namespace LlmOpsSecure.Policies.Proofs.Budget;

/// <summary>
/// The most that one tenant can take from one model, whatever it sends. Every bound holds for any period of its length, not only for one that begins with a window of the gateway. Null is unbounded.
/// </summary>
/// <param name="Tenant">The value by which the gateway knows the tenant.</param>
/// <param name="Model">The model's name.</param>
public sealed record TokenBudget(string Tenant, string Model)
{
    /// <summary>URN of the route that leads to the model.</summary>
    public string Route { get; init; } = "";

    /// <summary>Requests that the gateway admits a minute.</summary>
    public long? RequestsPerMinute { get; init; }

    /// <summary>Tokens after which the gateway refuses more, in one window.</summary>
    public long? TokenLimit { get; init; }

    /// <summary>Seconds of that window.</summary>
    public long Window { get; init; }

    /// <summary>Most tokens of one request, prompt and answers together.</summary>
    public long? TokensPerRequest { get; init; }

    /// <summary>Most tokens of the answers to one request.</summary>
    public long? OutputPerRequest { get; init; }

    /// <summary>Most requests that are worked on or wait at once.</summary>
    public long? InFlight { get; init; }

    /// <summary>What nobody bounds, each in words.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What is not known before deployment, each in words.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Tokens beyond the limit of a window: tokens are counted when an answer ends, so that what is in flight when the limit is met is served all the same.</summary>
    public long? Overshoot => Times(this.InFlight, this.TokensPerRequest);

    /// <summary>Tokens of one window.</summary>
    public long? TokensPerWindow => this.TokenLimit is { } limit && this.Overshoot is { } over ? limit - 1 + over : null;

    /// <summary>Tokens of any 60 seconds.</summary>
    public long? TokensPerMinute => this.Tokens(60);

    /// <summary>Tokens of any 24 hours.</summary>
    public long? TokensPerDay => this.Tokens(86_400);

    /// <summary>Tokens of answers in any 24 hours.</summary>
    public long? OutputPerDay => Least(this.TokensPerDay, Times(this.Requests(86_400), this.OutputPerRequest));

    /// <summary>Days that it takes at least to be given that many tokens of answers; null if nothing bounds it.</summary>
    public double? DaysFor(long tokens) => this.OutputPerDay is > 0 and var day ? (double)tokens / day : null;

    /// <summary>What a day costs at most at these prices of a million tokens.</summary>
    public decimal? CostPerDay(decimal input, decimal output) =>
        this.TokensPerDay is not { } all || this.OutputPerDay is not { } answers ? null
        : output >= input ? (((all - answers) * input) + (answers * output)) / 1_000_000m : all * input / 1_000_000m;

    // A period that is no window of the gateway's touches one more of them.
    private long? Tokens(long seconds) => Least(Times(this.Requests(seconds), this.TokensPerRequest), this.Window > 0 ? Times((seconds + this.Window - 1) / this.Window + 1, this.TokensPerWindow) : null);

    private long? Requests(long seconds) => this.RequestsPerMinute is { } minute && this.InFlight is { } flying ? ((((seconds + 59) / 60) + 1) * minute) + flying : null;

    internal static long? Times(long? one, long? other) => one is { } a && other is { } b ? checked(a * b) : null;

    internal static long? Least(long? one, long? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
