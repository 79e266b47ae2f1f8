using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Configuration values of one namespace: that of the project, or a package's.</summary>
public sealed class Config
{
    private readonly string name;

    /// <summary>The configuration of a namespace; that of the project by default.</summary>
    public Config(string? name = null)
    {
        this.name = name ?? Deployment.InternalInstance.ProjectName;
        if (this.name.EndsWith(":config", StringComparison.Ordinal))
        {
            this.name = this.name[..^":config".Length];
        }
    }

    /// <summary>The text of a key; null if it is not set.</summary>
    public string? Get(string key) => Deployment.InternalInstance.Settings.Config.GetValueOrDefault(this.FullKey(key));

    /// <summary>The text of a key as a secret; null if it is not set.</summary>
    public Output<string>? GetSecret(string key) => this.Get(key) is { } text ? Output.CreateSecret(text) : null;

    /// <summary>The truth value of a key; null if it is not set.</summary>
    public bool? GetBoolean(string key) => this.Get(key) switch { null => null, "true" => true, "false" => false, var text => throw this.Invalid(key, text, nameof(Boolean)) };

    /// <summary>The truth value of a key as a secret; null if it is not set.</summary>
    public Output<bool>? GetSecretBoolean(string key) => this.GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The integer of a key; null if it is not set.</summary>
    public int? GetInt32(string key) => this.Get(key) is not { } text ? null : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : throw this.Invalid(key, text, nameof(Int32));

    /// <summary>The integer of a key as a secret; null if it is not set.</summary>
    public Output<int>? GetSecretInt32(string key) => this.GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The number of a key; null if it is not set.</summary>
    public double? GetDouble(string key) => this.Get(key) is not { } text ? null : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw this.Invalid(key, text, nameof(Double));

    /// <summary>The number of a key as a secret; null if it is not set.</summary>
    public Output<double>? GetSecretDouble(string key) => this.GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The object that the JSON text of a key holds; the default if it is not set.</summary>
    public T GetObject<T>(string key) => this.GetObject<T>(key, JsonSerializerOptions.Default);

    /// <summary>The object that the JSON text of a key holds; the default if it is not set.</summary>
    public T GetObject<T>(string key, JsonSerializerOptions options)
    {
        if (this.Get(key) is not { } text)
        {
            return default!;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, options)!;
        }
        catch (JsonException error)
        {
            throw new ConfigTypeException(this.FullKey(key), text, typeof(T).FullName ?? typeof(T).Name, error);
        }
    }

    /// <summary>The object of a key as a secret; null if it is not set.</summary>
    public Output<T>? GetSecretObject<T>(string key) => this.GetSecretObject<T>(key, JsonSerializerOptions.Default);

    /// <summary>The object of a key as a secret; null if it is not set.</summary>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) => this.Get(key) is null ? null : Output.CreateSecret(this.GetObject<T>(key, options));

    /// <summary>The text of a key; throws <see cref="RunException"/> if it is not set.</summary>
    public string Require(string key) => this.Get(key) ?? throw this.Missing(key);

    /// <summary>The text of a key as a secret; throws <see cref="RunException"/> if it is not set.</summary>
    public Output<string> RequireSecret(string key) => this.GetSecret(key) ?? throw this.Missing(key);

    /// <summary>The truth value of a key; throws <see cref="RunException"/> if it is not set.</summary>
    public bool RequireBoolean(string key) => this.GetBoolean(key) ?? throw this.Missing(key);

    /// <summary>The truth value of a key as a secret; throws <see cref="RunException"/> if it is not set.</summary>
    public Output<bool> RequireSecretBoolean(string key) => this.GetSecretBoolean(key) ?? throw this.Missing(key);

    /// <summary>The integer of a key; throws <see cref="RunException"/> if it is not set.</summary>
    public int RequireInt32(string key) => this.GetInt32(key) ?? throw this.Missing(key);

    /// <summary>The integer of a key as a secret; throws <see cref="RunException"/> if it is not set.</summary>
    public Output<int> RequireSecretInt32(string key) => this.GetSecretInt32(key) ?? throw this.Missing(key);

    /// <summary>The number of a key; throws <see cref="RunException"/> if it is not set.</summary>
    public double RequireDouble(string key) => this.GetDouble(key) ?? throw this.Missing(key);

    /// <summary>The number of a key as a secret; throws <see cref="RunException"/> if it is not set.</summary>
    public Output<double> RequireSecretDouble(string key) => this.GetSecretDouble(key) ?? throw this.Missing(key);

    /// <summary>The object of a key; throws <see cref="RunException"/> if it is not set.</summary>
    public T RequireObject<T>(string key) => this.RequireObject<T>(key, JsonSerializerOptions.Default);

    /// <summary>The object of a key; throws <see cref="RunException"/> if it is not set.</summary>
    public T RequireObject<T>(string key, JsonSerializerOptions options) => this.Get(key) is null ? throw this.Missing(key) : this.GetObject<T>(key, options);

    /// <summary>The object of a key as a secret; throws <see cref="RunException"/> if it is not set.</summary>
    public Output<T> RequireSecretObject<T>(string key) => this.RequireSecretObject<T>(key, JsonSerializerOptions.Default);

    /// <summary>The object of a key as a secret; throws <see cref="RunException"/> if it is not set.</summary>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) => this.GetSecretObject<T>(key, options) ?? throw this.Missing(key);

    private string FullKey(string key) => $"{this.name}:{key}";

    private ConfigMissingException Missing(string key) => new(this.FullKey(key));

    // A secret value is not repeated in the message.
    private ConfigTypeException Invalid(string key, string text, string type) => new(this.FullKey(key), Deployment.InternalInstance.Settings.SecretKeys.Contains(this.FullKey(key)) ? "[secret]" : text, type, null);

    private sealed class ConfigMissingException(string key)
        : RunException($"Missing Required configuration variable '{key}'\n\tplease set a value using the command `pulumi config set {key} <value>`");

    private sealed class ConfigTypeException(string key, string value, string type, Exception? inner)
        : RunException($"Configuration '{key}' value '{value}' is not a valid {type}", inner);
}
