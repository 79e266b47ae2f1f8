using System.Globalization;
using System.Text;

namespace LlmOpsSecure.Policies.Model;

/// <summary>The way to a place in a resource, step by step. It is put into words only when somebody asks, because most places that policies look at are fine.</summary>
internal sealed class Place
{
    /// <summary>The resource itself.</summary>
    public static readonly Place Root = new(null, "", 0, 0);

    // Ends that are none: of a list's item, whose position is the start, and of a member, whose name is the whole text.
    private const int Item = -1;
    private const int Name = -2;

    // Else the names of members, joined by dots, are the part of the text from start to end.
    private readonly Place? before;
    private readonly string text;
    private readonly int start;
    private readonly int end;

    private Place(Place? before, string text, int start, int end)
    {
        (this.before, this.text, this.start, this.end) = (before, text, start, end);
    }

    /// <summary>The member of that name.</summary>
    public Place Member(string name) => new(this, name, 0, Name);

    /// <summary>The place at the end of names joined by dots, which are that part of a text; the place itself where there are none.</summary>
    public Place Path(string text, int start, int end) => start > end ? this : new(this, text, start, end);

    /// <summary>The item at that position of a list.</summary>
    public Place At(int index) => new(this, "", index, Item);

    /// <summary>The path, such as <c>spec.containers[0].image</c>; names with other characters are quoted.</summary>
    public override string ToString()
    {
        var path = new StringBuilder(96);
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
        switch (this.end)
        {
            case Item:
                path.Append(CultureInfo.InvariantCulture, $"[{this.start}]");
                break;
            case Name:
                WriteName(path, this.text);
                break;
            default:
                foreach (var name in this.text.AsSpan(this.start..this.end).Split('.'))
                {
                    WriteName(path, this.text.AsSpan(this.start..this.end)[name]);
                }

                break;
        }
    }

    private static void WriteName(StringBuilder path, ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.IndexOfAny(".[]\" ") >= 0)
        {
            path.Append(CultureInfo.InvariantCulture, $"[\"{name}\"]");
        }
        else
        {
            path.Append(path.Length == 0 ? "" : ".").Append(name);
        }
    }
}
