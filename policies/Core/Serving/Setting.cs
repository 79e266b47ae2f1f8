using System.Globalization;
using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>A setting of a model server: an option of its command line, a variable, or a line of its configuration file.</summary>
/// <param name="State">What is known about it.</param>
/// <param name="Name">How it is written: <c>--max-logprobs</c> or <c>VLLM_API_KEY</c>.</param>
/// <param name="Text">The value; null for a flag without one, and where it is not known.</param>
/// <param name="Place">Where it is; the container where it is nowhere.</param>
public readonly record struct Setting(SettingState State, string Name, string? Text, Field Place)
{
    /// <summary>Whether a value is there.</summary>
    public bool IsKnown => this.State == SettingState.Known;

    /// <summary>Whether the flag is on: it is there, and its value does not deny it.</summary>
    public bool IsOn => this.IsKnown && this.Text?.Trim().ToLowerInvariant() is not ("false" or "0" or "no" or "off" or "disabled" or "");

    /// <summary>The value as a number; null for anything else.</summary>
    public double? AsNumber => this.IsKnown && double.TryParse(this.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The member of a value that is a JSON object; absent where there is none.</summary>
    public Setting Member(string name)
    {
        if (!this.IsKnown || this.Text is null)
        {
            return this;
        }

        try
        {
            using var document = JsonDocument.Parse(this.Text);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value)
                ? this with { Name = $"{this.Name}.{name}", Text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() }
                : this with { Name = $"{this.Name}.{name}", State = SettingState.Absent, Text = null };
        }
        catch (JsonException)
        {
            return this with { Name = $"{this.Name}.{name}", State = SettingState.Absent, Text = null }; // the server does not start with it either
        }
    }

    /// <summary>The setting satisfies the expectation, whose text follows the word "must". Where it may be elsewhere, the check of the whole stack decides.</summary>
    public IEnumerable<Finding> Must(string expectation, Func<Setting, bool> holds, bool whenAbsent = false) => this.State switch
    {
        SettingState.Known => holds(this) ? [] : [this.Violation(expectation)],
        SettingState.Absent => whenAbsent ? [] : [this.Violation(expectation)],
        SettingState.Unknown => [new Undetermined(this.Place.Resource.Urn, this.Place.Path, $"{this.Where} must {expectation}, which is not known before deployment")],
        _ => [],
    };

    /// <summary>The flag is not on; where nothing is known of it, nothing is said unless it is named.</summary>
    public IEnumerable<Finding> MustNotBeOn() => this.Must($"not set {this.Name}", setting => !setting.IsOn, whenAbsent: true);

    /// <summary>The violation of the expectation. A value is shown only where it cannot be a secret.</summary>
    public Violation Violation(string expectation, bool secret = false)
    {
        var found = this.State != SettingState.Known ? $"has no {this.Name}"
            : secret || this.Place.IsSecret ? $"has {this.Name}"
            : this.Text is null ? $"has {this.Name}"
            : $"has {this.Name}={Clip(this.Text)}";
        return new(this.Place.Resource.Urn, this.Place.Path, $"{this.Where} must {expectation}, but {found}");
    }

    private string Where => this.Place.Path.Length == 0 ? "the resource" : this.Place.Path;

    private static string Clip(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 57), "...");
    }
}
