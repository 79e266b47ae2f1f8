// A read carries the state, parent and provider given, and neither protection nor additional secrets.
using Pulumi;
using System.Collections.Immutable;
return await Deployment.RunAsync(() =>
{
    var p = new KitProvider("p"); var a = new Thing("a");
    var r = new Thing("read", new() { Value = "state", List = { "x" } }, new() { Id = "the-id", Provider = p, Parent = new Box("box"), DependsOn = { a }, Version = "1.0.0", AdditionalSecretOutputs = { "text" }, Protect = true });
    var r2 = new Thing("read2", new() { Value = Output.CreateSecret<object>("s") }, new() { Id = Output.CreateSecret("sid") }); var r3 = new Thing("read3", new(), new() { Id = a.Id });
    _ = new Thing("u", new() { List = { r.Id, r.Text, r2.Id, r3.Id } });

});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } [Input("mixed")] public InputUnion<string, int>? Mixed { get; set; } [Input("nested")] public Input<NestedArgs>? Nested { get; set; } [Input("many")] public InputList<NestedArgs>? Many { get; set; } }
sealed class NestedArgs : ResourceArgs { [Input("name", required: true)] public Input<string> Name { get; set; } = null!; [Input("secret")] private Input<string>? _secret; public Input<string>? Secret { get => _secret; set { var e = Output.CreateSecret(0); _secret = Output.Tuple<Input<string>?, int>(value!, e).Apply(t => t.Item1)!; } } [Input("inner")] public Input<NestedArgs>? Inner { get; set; } }
sealed class Thing : CustomResource { public Thing(string name, ThingArgs? args = null, CustomResourceOptions? o = null) : base("kit:index:Thing", name, args ?? new ThingArgs(), o) { } [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; [Output("number")] public Output<double> Number { get; private set; } = null!; [Output("list")] public Output<ImmutableArray<string>> List { get; private set; } = null!; [Output("map")] public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); public void Done(Task<IDictionary<string, object?>> d) => RegisterOutputs(d); public void Done(Output<IDictionary<string, object?>> d) => RegisterOutputs(d); }
sealed class KitProvider(string name, ThingArgs? a = null, CustomResourceOptions? o = null) : ProviderResource("kit", name, a ?? new ThingArgs(), o);
