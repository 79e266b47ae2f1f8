// Dependencies are found at any depth of a value, through components, providers and reads.
using Pulumi;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Azure.Core;
return await Deployment.RunAsync(() =>
{
    var a = new Thing("a", new ThingArgs()); var b = new Thing("b", new ThingArgs { Value = a.Text.Apply(x => (object)x) }); var box = new Box("box"); var c = new Thing("c", new ThingArgs(), new() { Parent = box }); var d = new Thing("d", new ThingArgs(), new() { Parent = c });
    _ = new Thing("deep", new ThingArgs { Value = new Dictionary<string, object> { ["x"] = new object[] { b.Text, new Dictionary<string, object> { ["y"] = box.Urn } } }, List = new() { c.Text, d.Id }, Map = new() { ["m"] = Output.Format($"{a.Urn}-{b.Id}") } }, new() { DependsOn = { box } });
    _ = new Thing("parented", new ThingArgs { Value = b.Text.Apply(x => (object)x) }, new() { Parent = b, DependsOn = { b } });
    _ = new Thing("onProvider", new ThingArgs(), new() { DependsOn = { new Pulumi.Azure.Provider("p") } });
    _ = new Thing("onRead", new ThingArgs { Value = ResourceGroup.Get("r", "/r").Name.Apply(x => (object)x) });
});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } }
sealed class Thing(string name, ThingArgs args, CustomResourceOptions? o = null) : CustomResource("kit:index:Thing", name, args, o) { [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); }
