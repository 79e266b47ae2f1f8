// What depends on a resource whose registration failed or was skipped sees unknown values.
using Pulumi;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Azure.Core;
return await Deployment.RunAsync(() => { var f = new Thing("f", new ThingArgs { Value = "x" }); var s = new Thing("s", new ThingArgs { Value = "y" }); _ = new Thing("u", new ThingArgs { Value = f.Value }); _ = new Thing("w", new ThingArgs { Value = s.Value }); return new Dictionary<string, object?> { ["f"] = f.Value, ["s"] = s.Id }; });

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } }
sealed class Thing(string name, ThingArgs args, CustomResourceOptions? o = null) : CustomResource("kit:index:Thing", name, args, o) { [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); }
