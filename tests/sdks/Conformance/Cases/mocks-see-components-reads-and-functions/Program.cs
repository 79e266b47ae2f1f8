// A test with outputs runs in a stack; mocks see components, reads, stack references and functions.
using Pulumi;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Azure.Core;
using Pulumi.Testing;
using Pulumi.Utilities;
var (resources, outputs) = await Deployment.TestAsync(new M(), new TestOptions { IsPreview = false, ProjectName = "pp", StackName = "ss", OrganizationName = "oo" }, () =>
{
    var box = new Box("box"); var a = new Thing("a", new ThingArgs { Value = new Dictionary<string, object> { ["s"] = Output.CreateSecret("x"), ["n"] = 1 }, List = new() { "l" }, Map = new() { ["k"] = OutputUtilities.CreateUnknown("u") } }, new() { Parent = box }); var b = new Thing("b", new ThingArgs(), new() { Parent = a, ImportId = "imp" }); box.Label = a.Text; box.Done();
    var g = ResourceGroup.Get("g", "/existing"); var r = new StackReference("org/p/s");
    var inv = GetResourceGroup.Invoke(new GetResourceGroupInvokeArgs { Name = a.Text });
    return new Dictionary<string, object?> { ["text"] = a.Text, ["id"] = b.Id, ["loc"] = g.Location, ["inv"] = inv.Apply(x => x.Location), ["ref"] = r.GetOutput("out"), ["names"] = Deployment.Instance.ProjectName + Deployment.Instance.StackName + Deployment.Instance.OrganizationName };
});
return await MockRecord.PrintAsync(resources, ("text", await MockRecord.StateOf((Output<string>)outputs["text"]!)), ("id", await MockRecord.StateOf((Output<string>)outputs["id"]!)), ("loc", await MockRecord.StateOf((Output<string>)outputs["loc"]!)), ("inv", await MockRecord.StateOf((Output<string>)outputs["inv"]!)), ("ref", await MockRecord.StateOf((Output<object?>)outputs["ref"]!)), ("names", outputs["names"]));
class M : IMocks { public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs a) { MockRecord.Note(a); return Task.FromResult<(string?, object)>((a.Type == "kit:index:Box" ? null : a.Name + "_id", a.Type!.StartsWith("pulumi:") ? new Dictionary<string, object> { ["outputs"] = new Dictionary<string, object> { ["out"] = "ov" }, ["secretOutputNames"] = new[] { "out" } } : a.Inputs.SetItem("text", Output.CreateSecret("t")).SetItem("location", "loc"))); } public Task<object> CallAsync(MockCallArgs a) { MockRecord.Note(a); return Task.FromResult<object>(new Dictionary<string, object> { ["location"] = "called", ["name"] = "n" }.ToImmutableDictionary()); } public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest r) { Console.Error.Write(""); return Task.CompletedTask; } }

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } }
sealed class Thing(string name, ThingArgs args, CustomResourceOptions? o = null) : CustomResource("kit:index:Thing", name, args, o) { [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); }
