// A URN takes its parent's type chain, or that of a parent's URN, and its stack and project from the program unless given.
using Pulumi;
using System.Collections.Immutable;
return await Deployment.RunAsync(() =>
{
    var b = new Box("b"); var t = new Thing("t", null, new() { Parent = b });
    return new Dictionary<string, object?> { ["a"] = Urn.Create("n", "t:i:T"), ["b"] = Urn.Create("n", "t:i:T", b), ["c"] = Urn.Create("n", "t:i:T", t), ["d"] = Urn.Create("n", "t:i:T", null, "urn:pulumi:s::p::a:b:C::x", "proj2", "st2"), ["e"] = Urn.Create("n", "t:i:T", parentUrn: "urn:pulumi:s::p::pulumi:pulumi:Stack::x") };

});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } [Input("mixed")] public InputUnion<string, int>? Mixed { get; set; } [Input("nested")] public Input<NestedArgs>? Nested { get; set; } [Input("many")] public InputList<NestedArgs>? Many { get; set; } }
sealed class NestedArgs : ResourceArgs { [Input("name", required: true)] public Input<string> Name { get; set; } = null!; [Input("secret")] private Input<string>? _secret; public Input<string>? Secret { get => _secret; set { var e = Output.CreateSecret(0); _secret = Output.Tuple<Input<string>?, int>(value!, e).Apply(t => t.Item1)!; } } [Input("inner")] public Input<NestedArgs>? Inner { get; set; } }
sealed class Thing : CustomResource { public Thing(string name, ThingArgs? args = null, CustomResourceOptions? o = null) : base("kit:index:Thing", name, args ?? new ThingArgs(), o) { } [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; [Output("number")] public Output<double> Number { get; private set; } = null!; [Output("list")] public Output<ImmutableArray<string>> List { get; private set; } = null!; [Output("map")] public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); public void Done(Task<IDictionary<string, object?>> d) => RegisterOutputs(d); public void Done(Output<IDictionary<string, object?>> d) => RegisterOutputs(d); }
