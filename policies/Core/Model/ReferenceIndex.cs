namespace LlmOpsSecure.Policies.Model;

/// <summary>The resources of a type by what one of their properties, or an item of it, refers to: by dependency while ids are not known, by text where they are. Made once a stack, asked in logarithmic time.</summary>
internal sealed class ReferenceIndex
{
    private static readonly StringComparer Ids = StringComparer.OrdinalIgnoreCase;

    private readonly ILookup<string, Resource> byDependency;
    private readonly string top;
    private readonly string[] texts;
    private readonly Resource[] byText;

    public ReferenceIndex(IEnumerable<Resource> resources, string property)
    {
        var all = resources.Select(resource => (Resource: resource, Value: resource[property])).ToList();
        this.top = property.Split('.', 2)[0]; // dependencies are told for whole properties
        this.byDependency = all.SelectMany(one => this.DependenciesOf(one.Resource).Select(urn => (Urn: urn, one.Resource))).ToLookup(one => one.Urn, one => one.Resource, StringComparer.Ordinal);
        var written = all.SelectMany(one => one.Value.Items.Select(item => (Text: item.AsText, one.Resource))).Where(one => one.Text is not null).OrderBy(one => one.Text, Ids).ToList();
        this.texts = [.. written.Select(one => one.Text!)];
        this.byText = [.. written.Select(one => one.Resource)];
        this.HasAny = all.Count > 0;
        this.HasUnknown = all.Any(one => one.Value.IsUnknown);
        this.HasUntold = all.Any(one => one.Value.IsUnknown && !one.Resource.PropertyDependencies.ContainsKey(this.top));
    }

    /// <summary>Whether there is any resource of the type.</summary>
    public bool HasAny { get; }

    /// <summary>Whether the property of one of the resources is not known before deployment.</summary>
    public bool HasUnknown { get; }

    /// <summary>Whether one of the resources may refer to anything: its property is not known, and neither is what it depends on.</summary>
    public bool HasUntold { get; }

    /// <summary>The resources whose property refers to the target, or to a part of it.</summary>
    public IEnumerable<Resource> To(Resource target)
    {
        var found = this.byDependency[target.Urn];
        return target.Id is { Length: > 0 } id ? found.Concat(this.Between(id, id + '\0')).Concat(this.Between(id + '/', id + '0')).Distinct() : found; // '0' comes after '/'
    }

    /// <summary>The resources whose property refers to the target, or has its name. Where several targets have one name, those that were told which one they depend on count only for that one.</summary>
    public IEnumerable<Resource> To(Resource target, string? name) =>
        this.To(target).Union(this.Being(name).Where(resource => !this.DependenciesOf(resource).Any(urn => urn != target.Urn && TypeIn(urn) == TypeIn(target.Urn))));

    /// <summary>The resources whose property is exactly that text; none for null.</summary>
    public IEnumerable<Resource> Being(string? text) =>
        text is null ? [] : Enumerable.Range(this.First(text), this.texts.Length - this.First(text)).TakeWhile(at => Ids.Equals(this.texts[at], text)).Where(at => this.texts[at] == text).Select(at => this.byText[at]);

    private IReadOnlyList<string> DependenciesOf(Resource resource) => resource.PropertyDependencies.TryGetValue(this.top, out var urns) ? urns : [];

    private static string? TypeIn(string urn) => urn.Split("::") is [_, _, var types, ..] ? types[(types.LastIndexOf('$') + 1)..] : null;

    private ArraySegment<Resource> Between(string from, string before) => new(this.byText, this.First(from), this.First(before) - this.First(from));

    // The first text that is not before the wanted one.
    private int First(string wanted)
    {
        var (low, high) = (0, this.texts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Ids.Compare(this.texts[middle], wanted) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
