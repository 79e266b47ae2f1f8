namespace LlmOpsSecure.Cli.Readers;

/// <summary>Texts of one input, of which the same come again and again: each is kept once.</summary>
internal sealed class TextPool
{
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    /// <summary>The text, as it was kept first.</summary>
    public string this[string text]
    {
        get
        {
            if (this.texts.TryGetValue(text, out var kept))
            {
                return kept;
            }

            this.texts.Add(text);
            return text;
        }
    }
}
