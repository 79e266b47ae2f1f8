// ReplaceWith names resources as they are, components too; a replacement trigger is any value; both and HideDiffs hold for components too.
using Pulumi;
using System.Collections.Immutable;
return await Deployment.RunAsync(() =>
{
    var a = new Thing("a"); var b = new Thing("b", new() { Value = 1 });
    var box = new Box("box"); _ = new Thing("in-box", null, new() { Parent = box });
    _ = new Thing("with", null, new() { ReplaceWith = { a, b, box }, HideDiffs = { "x", "y.z" }, ReplacementTrigger = "v1" });
    _ = new Thing("trigger-output", null, new() { ReplacementTrigger = a.Text.Apply(x => (object)x) });
    _ = new Thing("trigger-map", null, new() { ReplacementTrigger = new Dictionary<string, object> { ["a"] = 1, ["b"] = Output.CreateSecret("s") } });
    _ = new Thing("trigger-known", null, new() { ReplacementTrigger = Output.Create((object)3) });
    _ = new Box("box-with", new() { ReplaceWith = { a }, HideDiffs = { "q" }, ReplacementTrigger = 5 });

});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } [Input("mixed")] public InputUnion<string, int>? Mixed { get; set; } [Input("nested")] public Input<NestedArgs>? Nested { get; set; } [Input("many")] public InputList<NestedArgs>? Many { get; set; } }
sealed class NestedArgs : ResourceArgs { [Input("name", required: true)] public Input<string> Name { get; set; } = null!; [Input("secret")] private Input<string>? _secret; public Input<string>? Secret { get => _secret; set { var e = Output.CreateSecret(0); _secret = Output.Tuple<Input<string>?, int>(value!, e).Apply(t => t.Item1)!; } } [Input("inner")] public Input<NestedArgs>? Inner { get; set; } }
sealed class Thing : CustomResource { public Thing(string name, ThingArgs? args = null, CustomResourceOptions? o = null) : base("kit:index:Thing", name, args ?? new ThingArgs(), o) { } [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; [Output("number")] public Output<double> Number { get; private set; } = null!; [Output("list")] public Output<ImmutableArray<string>> List { get; private set; } = null!; [Output("map")] public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); public void Done(Task<IDictionary<string, object?>> d) => RegisterOutputs(d); public void Done(Output<IDictionary<string, object?>> d) => RegisterOutputs(d); }
