namespace Pulumi;

/// <summary>An output of any type.</summary>
internal interface IOutput
{
    /// <summary>The value and all that goes with it; faults if computing it failed.</summary>
    Task<OutputData<object?>> GetDataAsync();
}

/// <summary>An input of any type.</summary>
internal interface IInput
{
    /// <summary>What the input holds: a plain value, an output, or a collection of inputs whose elements keep what each of them is.</summary>
    object? Content { get; }
}
