using System.Globalization;
using System.Text;

namespace LlmOpsSecure.Policies.Model;

/// <summary>The way to a place in a resource, step by step. It is put into words only when somebody asks, because most places that policies look at are fine.</summary>
internal sealed class Place
{
    /// <summary>The resource itself.</summary>
    public static readonly Place Root = new(null, "", 0, 0);

    private const int Item = -1;

    // A member's name is a part of the text, from start to end; a list's item has Item as its end, and its position as the start.
    private readonly Place? before;
    private readonly string text;
    private readonly int start;
    private readonly int end;

    private Place(Place? before, string text, int start, int end)
    {
        (this.before, this.text, this.start, this.end) = (before, text, start, end);
    }

    /// <summary>The member whose name is that part of a text.</summary>
    public Place Member(string text, int start, int end) => new(this, text, start, end);

    /// <summary>The item at that position of a list.</summary>
    public Place At(int index) => new(this, "", index, Item);

    /// <summary>The path, such as <c>spec.containers[0].image</c>; names with other characters are quoted.</summary>
    public override string ToString()
    {
        var path = new StringBuilder();
        this.WriteTo(path);
        return path.ToString();
    }

    private void WriteTo(StringBuilder path)
    {
        if (this.before is null)
        {
            return;
        }

        this.before.WriteTo(path);
        var name = this.end == Item ? default : this.text.AsSpan(this.start, this.end - this.start);
        if (this.end == Item)
        {
            path.Append(CultureInfo.InvariantCulture, $"[{this.start}]");
        }
        else if (name.IsEmpty || name.IndexOfAny(".[]\" ") >= 0)
        {
            path.Append(CultureInfo.InvariantCulture, $"[\"{name}\"]");
        }
        else
        {
            path.Append(path.Length == 0 ? "" : ".").Append(name);
        }
    }
}
