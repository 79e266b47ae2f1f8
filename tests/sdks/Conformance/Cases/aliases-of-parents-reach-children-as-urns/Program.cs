// An engine without alias specifications gets URNs: a resource's own, and what its parent's former names make of it.
using Pulumi;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Azure.Core;
return await Deployment.RunAsync(() =>
{
    var b = new Box("b", new ComponentResourceOptions { Aliases = { new Alias { Name = "oldbox" }, new Alias { Type = "kit:index:OldBox" } } });
    var c = new Box("c", new ComponentResourceOptions { Parent = b, Aliases = { new Alias { Name = "oldc" } } });
    _ = new Thing("b-child", new ThingArgs(), new() { Parent = b });
    _ = new Thing("leaf", new ThingArgs(), new() { Parent = c, Aliases = { new Alias { Name = "oldleaf", ParentUrn = "urn:pulumi:dev::proj::a:b:C::p" }, new Alias { Parent = b, Stack = "old", Project = "oldproj" }, new Alias { NoParent = true }, new Alias { Urn = "urn:pulumi:dev::proj::kit:index:Thing::gone" } } });
    _ = new Thing("top", new ThingArgs(), new() { Aliases = { new Alias { Name = "oldtop" }, new Alias { Type = "kit:index:Oldthing" }, new Alias { Project = "p2" } } });
});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } }
sealed class Thing(string name, ThingArgs args, CustomResourceOptions? o = null) : CustomResource("kit:index:Thing", name, args, o) { [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); }
