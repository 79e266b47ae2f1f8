// Whatever outputs are combined by, known, secret and dependencies go with them.
using Pulumi;
using System.Collections.Immutable;
using Pulumi.Utilities;
return await Deployment.RunAsync(async () =>
{
    var a = new Thing("a", new() { Value = "v" });
    var u = OutputUtilities.CreateUnknown("x"); var s = Output.CreateSecret("sec");
    var all = Output.All(a.Text, s); var many = Output.All((IEnumerable<Input<string>>)new List<Input<string>> { "p", s });
    var f = Output.Format($"{a.Text}-{s}-{3.5}-{u}-{true}-{null}");
    var j = Output.JsonSerialize(Output.Create(new { A = s, B = new[] { 1, 2 }, C = (string?)null, D = new Dictionary<string, object> { ["k"] = Output.Create(1) } }));
    var d = Output.JsonDeserialize<Dictionary<string, int>>(Output.Create("{\"a\":1}"));
    var un = Output.Unsecret(s); var isS = await Output.IsSecretAsync(s); var isU = await OutputUtilities.GetIsKnownAsync(u);
    var deps = await OutputUtilities.GetDependenciesAsync(OutputUtilities.WithDependency(un, a));
    var ap = a.Text.Apply(async x => { await Task.Delay(1); return x + "!"; }); var ap2 = s.Apply(x => Output.Create(x + "2")); var ap3 = s.Apply(x => (Input<string>)x);
    var nul = Output.Create("x").Apply(x => (Output<string>?)null);
    return new Dictionary<string, object?> { ["all"] = all, ["many"] = many, ["f"] = f, ["fs"] = Output.Format($"{1.5:F3}|{s,5}|{"x",-4}|"), ["j"] = j, ["d"] = d, ["un"] = un, ["isS"] = isS, ["isU"] = isU, ["deps"] = deps.Count, ["ap"] = ap, ["ap2"] = ap2, ["ap3"] = ap3, ["nul"] = nul, ["tuple8"] = Output.Tuple<int, int, int, int, int, int, int, int>(1, 2, 3, 4, 5, 6, 7, 8).Apply(t => t.Item8), ["first"] = Output.Create(ImmutableArray.Create("a", "b")).First(), ["at"] = Output.Create(ImmutableArray.Create("a", "b")).GetAt(1), ["len"] = a.List.Length(), ["u"] = u, ["secretUnknown"] = Output.Tuple(u, s).Apply(x => x.Item1) };

});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } [Input("mixed")] public InputUnion<string, int>? Mixed { get; set; } [Input("nested")] public Input<NestedArgs>? Nested { get; set; } [Input("many")] public InputList<NestedArgs>? Many { get; set; } }
sealed class NestedArgs : ResourceArgs { [Input("name", required: true)] public Input<string> Name { get; set; } = null!; [Input("secret")] private Input<string>? _secret; public Input<string>? Secret { get => _secret; set { var e = Output.CreateSecret(0); _secret = Output.Tuple<Input<string>?, int>(value!, e).Apply(t => t.Item1)!; } } [Input("inner")] public Input<NestedArgs>? Inner { get; set; } }
sealed class Thing : CustomResource { public Thing(string name, ThingArgs? args = null, CustomResourceOptions? o = null) : base("kit:index:Thing", name, args ?? new ThingArgs(), o) { } [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; [Output("number")] public Output<double> Number { get; private set; } = null!; [Output("list")] public Output<ImmutableArray<string>> List { get; private set; } = null!; [Output("map")] public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!; }
