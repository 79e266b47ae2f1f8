// A task in an argument fails, and the message says to wrap it.
using Pulumi;
using System.Collections.Immutable;
return await Deployment.RunAsync(() =>
{    _ = new Thing("t", new() { Value = (object)Task.FromResult(1) });
});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } [Input("mixed")] public InputUnion<string, int>? Mixed { get; set; } [Input("nested")] public Input<NestedArgs>? Nested { get; set; } [Input("many")] public InputList<NestedArgs>? Many { get; set; } }
sealed class NestedArgs : ResourceArgs { [Input("name", required: true)] public Input<string> Name { get; set; } = null!; [Input("secret")] private Input<string>? _secret; public Input<string>? Secret { get => _secret; set { var e = Output.CreateSecret(0); _secret = Output.Tuple<Input<string>?, int>(value!, e).Apply(t => t.Item1)!; } } [Input("inner")] public Input<NestedArgs>? Inner { get; set; } }
sealed class Thing : CustomResource { public Thing(string name, ThingArgs? args = null, CustomResourceOptions? o = null) : base("kit:index:Thing", name, args ?? new ThingArgs(), o) { } [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; [Output("number")] public Output<double> Number { get; private set; } = null!; [Output("list")] public Output<ImmutableArray<string>> List { get; private set; } = null!; [Output("map")] public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!; }
