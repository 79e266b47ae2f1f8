// A stack's outputs may be null, secret, lists, maps, unions and arguments; a component registers its marked properties.
using Pulumi;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Azure.Core;
return await Deployment.RunAsync(async () =>
{
    var b = new Box("b") { Label = Output.CreateSecret("l") }; b.Done(); var e = new Box("e"); e.Done(); var n = new Box("n"); n.Done(new Dictionary<string, object?>());
    await Task.Yield();
    return new Dictionary<string, object?> { ["null"] = null, ["outNull"] = Output.Create((string?)null), ["secretNull"] = Output.CreateSecret((string?)null), ["taskless"] = new[] { Output.Create(1), Output.CreateSecret(2) }, ["map"] = new InputMap<string> { ["a"] = "b" }, ["list"] = new InputList<int> { 1, 2 }, ["urn"] = b.Urn, ["label"] = b.Label, ["u"] = (Union<string, int>)"x", ["args"] = new ThingArgs { Value = 1 } };
});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } }
sealed class Thing(string name, ThingArgs args, CustomResourceOptions? o = null) : CustomResource("kit:index:Thing", name, args, o) { [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); }
