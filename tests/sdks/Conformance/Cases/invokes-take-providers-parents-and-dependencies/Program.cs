// An invoke takes its own or its parent's provider; one that depends on a resource waits for it; a single value is taken out of its answer.
using Pulumi;
using System.Collections.Immutable;
return await Deployment.RunAsync(async () =>
{
    var p = new KitProvider("p"); var a = new Thing("a"); var box = new Box("box", new() { Providers = { p } });
    var r1 = Deployment.Instance.Invoke<LookResult>("kit:index:look", new LookArgs { Key = "k" }, new InvokeOptions { Provider = p, Version = "1.2.3", PluginDownloadURL = "https://d" });
    var r2 = Deployment.Instance.Invoke<LookResult>("kit:index:look", new LookArgs { Key = "k" }, new InvokeOptions { Parent = box });
    var r3 = Deployment.Instance.Invoke<LookResult>("kit:index:look", new LookArgs { Key = "k" }, new InvokeOutputOptions { DependsOn = { a } });
    var r4 = Deployment.Instance.Invoke<LookResult>("kit:index:look", new LookOutArgs { Key = a.Text, List = { "x", a.Text } });
    var r5 = await Deployment.Instance.InvokeAsync<LookResult>("kit:index:look", new LookArgs());
    var r6 = Deployment.Instance.InvokeSingle<string>("kit:index:single", new LookArgs { Key = "s" });
    var r7 = await Deployment.Instance.InvokeSingleAsync<double>("kit:index:one", new LookArgs { Key = "s" });
    await Deployment.Instance.InvokeAsync("kit:index:look", new LookArgs { Key = "void" });
    var r8 = Deployment.Instance.Invoke<ImmutableDictionary<string, object>>("kit:index:look", InvokeArgs.Empty);
    _ = new Thing("u", new() { List = { r1.Apply(x => x.Answer), r2.Apply(x => x.Answer), r3.Apply(x => x.Answer), r4.Apply(x => x.Answer), r5.Answer, r6 }, Value = r7, Map = { ["r8"] = r8.Apply(x => string.Join(",", x.Keys.Order())) } });

});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } [Input("mixed")] public InputUnion<string, int>? Mixed { get; set; } [Input("nested")] public Input<NestedArgs>? Nested { get; set; } [Input("many")] public InputList<NestedArgs>? Many { get; set; } }
sealed class NestedArgs : ResourceArgs { [Input("name", required: true)] public Input<string> Name { get; set; } = null!; [Input("secret")] private Input<string>? _secret; public Input<string>? Secret { get => _secret; set { var e = Output.CreateSecret(0); _secret = Output.Tuple<Input<string>?, int>(value!, e).Apply(t => t.Item1)!; } } [Input("inner")] public Input<NestedArgs>? Inner { get; set; } }
sealed class Thing : CustomResource { public Thing(string name, ThingArgs? args = null, CustomResourceOptions? o = null) : base("kit:index:Thing", name, args ?? new ThingArgs(), o) { } [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; [Output("number")] public Output<double> Number { get; private set; } = null!; [Output("list")] public Output<ImmutableArray<string>> List { get; private set; } = null!; [Output("map")] public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); public void Done(Task<IDictionary<string, object?>> d) => RegisterOutputs(d); public void Done(Output<IDictionary<string, object?>> d) => RegisterOutputs(d); }
sealed class KitProvider(string name, ThingArgs? a = null, CustomResourceOptions? o = null) : ProviderResource("kit", name, a ?? new ThingArgs(), o);
sealed class LookArgs : InvokeArgs { [Input("key")] public string? Key { get; set; } }
sealed class LookOutArgs : InvokeArgs { [Input("key")] public Input<string>? Key { get; set; } [Input("list")] private InputList<string>? _list; public InputList<string> List { get => _list ??= new InputList<string>(); set => _list = value; } }
[OutputType] sealed class LookResult { public readonly string Answer; public readonly ImmutableArray<double> Numbers; [OutputConstructor] private LookResult(string answer, ImmutableArray<double> numbers) { Answer = answer; Numbers = numbers; } }
