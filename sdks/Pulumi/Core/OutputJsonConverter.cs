using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Writes the inputs and outputs inside a value as what they hold. A first pass finds them, <see cref="ResolveAsync"/> waits for them, a further pass writes their values.</summary>
internal sealed class OutputJsonConverter : JsonConverterFactory
{
    private readonly Dictionary<object, OutputData<object?>> resolved = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, IOutput> pending = new(ReferenceEqualityComparer.Instance);

    public ImmutableHashSet<Resource> Resources { get; private set; } = [];

    public bool IsKnown { get; private set; } = true;

    public bool IsSecret { get; private set; }

    public override bool CanConvert(Type typeToConvert) => typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert) || typeof(IUnion).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), this)!;

    /// <summary>Waits for what the last pass found; false if it found nothing new.</summary>
    public async Task<bool> ResolveAsync()
    {
        var found = this.pending.ToList();
        this.pending.Clear();
        foreach (var (key, output) in found)
        {
            var data = await output.GetDataAsync().ConfigureAwait(false);
            this.resolved[key] = data;
            this.Resources = this.Resources.Union(data.Resources);
            this.IsKnown &= data.IsKnown;
            this.IsSecret |= data.IsSecret;
        }

        return found.Count > 0;
    }

    private void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        var content = value is IInput input ? input.Content : value;
        if (content is IOutput output)
        {
            if (!this.resolved.TryGetValue(output, out var data))
            {
                this.pending[output] = output;
                writer.WriteNullValue();
                return;
            }

            content = data.IsKnown ? data.Value : null;
        }

        content = content is IUnion union ? union.Value : content;
        JsonSerializer.Serialize(writer, content, content?.GetType() ?? typeof(object), options);
    }

    private sealed class Converter<T>(OutputJsonConverter owner) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Outputs are written to JSON, never read from it.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => owner.Write(writer, value!, options);
    }
}
