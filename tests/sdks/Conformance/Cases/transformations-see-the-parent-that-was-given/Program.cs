// A transformation sees the parent as the program gave it, none where it gave none; a component's and the stack's transformations reach their children.
using Pulumi;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Azure.Core;
return await Deployment.RunAsync<S>();
class S : Stack { public S() : base(new StackOptions { ResourceTransformations = { a => { Log.Info($"{a.Resource.GetResourceName()} parent {a.Options.Parent?.GetResourceName() ?? "none"}"); return null; } } }) { var b = new Box("b"); _ = new Thing("t", new ThingArgs(), new() { Parent = b, ResourceTransformations = { a => { var o = (CustomResourceOptions)a.Options; return new ResourceTransformationResult(a.Args, CustomResourceOptions.Merge(o, new CustomResourceOptions { Protect = true, Version = "3.0.0" })); } } }); _ = new Thing("v", new ThingArgs()); } }

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } }
sealed class Thing(string name, ThingArgs args, CustomResourceOptions? o = null) : CustomResource("kit:index:Thing", name, args, o) { [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); }
