// Each package's provider passes through components and resources on its own; an explicit one is sent whatever its package.
using Pulumi;
using System.Collections.Immutable;
return await Deployment.RunAsync(() =>
{
    var k = new KitProvider("k", new() { Value = "cfg", Map = { ["a"] = Output.CreateSecret("s") } }); var o = new OtherProvider("o");
    var b1 = new Box("b1", new() { Providers = { k, o } }); var b2 = new Box("b2", new() { Parent = b1 });
    _ = new Thing("t1", null, new() { Parent = b2 }); _ = new OtherThing("o1", new() { Parent = b2 }); var t2 = new Thing("t2", null, new() { Provider = k }); _ = new Thing("t3", null, new() { Parent = t2 }); _ = new OtherThing("o2", new() { Parent = t2 });
    _ = new Thing("dep", null, new() { DependsOn = { k } }); var b3 = new Box("b3", new() { Provider = o }); _ = new OtherThing("o3", new() { Parent = b3 }); _ = new Thing("t4", null, new() { Parent = b3 }); _ = new Thing("t5", null, new() { Parent = b1, Provider = o });

});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } [Input("mixed")] public InputUnion<string, int>? Mixed { get; set; } [Input("nested")] public Input<NestedArgs>? Nested { get; set; } [Input("many")] public InputList<NestedArgs>? Many { get; set; } }
sealed class NestedArgs : ResourceArgs { [Input("name", required: true)] public Input<string> Name { get; set; } = null!; [Input("secret")] private Input<string>? _secret; public Input<string>? Secret { get => _secret; set { var e = Output.CreateSecret(0); _secret = Output.Tuple<Input<string>?, int>(value!, e).Apply(t => t.Item1)!; } } [Input("inner")] public Input<NestedArgs>? Inner { get; set; } }
sealed class Thing : CustomResource { public Thing(string name, ThingArgs? args = null, CustomResourceOptions? o = null) : base("kit:index:Thing", name, args ?? new ThingArgs(), o) { } [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; [Output("number")] public Output<double> Number { get; private set; } = null!; [Output("list")] public Output<ImmutableArray<string>> List { get; private set; } = null!; [Output("map")] public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); public void Done(Task<IDictionary<string, object?>> d) => RegisterOutputs(d); public void Done(Output<IDictionary<string, object?>> d) => RegisterOutputs(d); }
sealed class KitProvider(string name, ThingArgs? a = null, CustomResourceOptions? o = null) : ProviderResource("kit", name, a ?? new ThingArgs(), o);
sealed class OtherProvider(string n) : ProviderResource("other", n, new ThingArgs(), null);
sealed class OtherThing(string n, CustomResourceOptions? o = null) : CustomResource("other:index:Thing", n, new ThingArgs(), o);
