// What must compile against the official packages, and what must not. Each snippet is preceded by its id, "ok" or the codes that the compiler
// gives (a|b: one of them; a reference assembly lacks what the assembly itself hides, so that two codes can say the same), and its claim.
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Azure.ContainerService;
using Pulumi.Azure.ContainerService.Inputs;
using Pulumi.Azure.Core;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Testing;

abstract class Given
{
    protected Output<string> o = null!;
    protected Input<string> i = null!;
    protected Output<int> n = null!;
    protected Input<int> k = null!;
    protected Output<ImmutableArray<string>> oa = null!;
    protected ResourceGroup group = null!;
    static void Main() { }
}

// S01 ok: a list from a collection expression of values, outputs and inputs
namespace S01 { class C : Given { void M() { InputList<string> l = ["a", o, i]; } } }
// S02 ok: a list from one value, one output, one input
namespace S02 { class C : Given { void M() { InputList<string> a = "x", b = o, c = i; } } }
// S03 ok: a list from arrays, lists and immutable arrays of values, outputs and inputs
namespace S03 { class C : Given { void M() { InputList<string> a = new[] { "a" }, b = new[] { o }, c = new[] { i }, d = new List<string> { "a" }, e = new List<Output<string>> { o }, f = new List<Input<string>> { i }, g = ImmutableArray.Create("a"), h = ImmutableArray.Create(o), j = ImmutableArray.Create(i); } } }
// S04 ok: a list from outputs of an immutable array, an array, a list and a sequence
namespace S04 { class C : Given { void M() { InputList<string> a = oa, b = o.Apply(v => new[] { v }), c = o.Apply(v => new List<string> { v }), d = o.Apply(v => Enumerable.Repeat(v, 2)); } } }
// S05 ok: a list from an initialiser, then Add with one and several, AddRange and Concat
namespace S05 { class C : Given { void M() { InputList<string> l = new() { "a", o, i }; l.Add("b"); l.Add("c", o); l.AddRange(new[] { "d" }); InputList<string> m = l.Concat(l); } } }
// S06 CS0029: a list from a sequence
namespace S06 { class C : Given { void M() { InputList<string> l = Enumerable.Repeat("a", 2); } } }
// S07 ok: a list from a sequence after ToArray or ToImmutableArray
namespace S07 { class C : Given { void M() { InputList<string> a = Enumerable.Repeat("a", 2).ToArray(), b = Enumerable.Repeat("a", 2).ToImmutableArray(), c = Enumerable.Repeat("a", 2).ToList(); } } }
// S08 ok: a list is an input of an immutable array
namespace S08 { class C : Given { void M() { InputList<string> l = ["a"]; Input<ImmutableArray<string>> x = l; Output<ImmutableArray<string>> y = l; Output<int> z = l.Apply(v => v.Length); } } }
// S09 ok: a loop over a list compiles, although it throws when it runs
namespace S09 { class C : Given { void M() { InputList<string> l = new(); foreach (var x in l) { _ = x; } } } }
// S10 ok: a map from an initialiser with the indexer, or with pairs
namespace S10 { class C : Given { void M() { InputMap<string> a = new() { ["a"] = "b", ["c"] = o, ["d"] = i }, b = new() { { "a", "b" }, { "c", o }, { "d", i } }; } } }
// S11 CS0747: a map initialiser that mixes both forms
namespace S11 { class C : Given { void M() { InputMap<string> m = new() { { "a", "b" }, ["c"] = o }; } } }
// S12 CS0154: reading a map by key
namespace S12 { class C : Given { void M() { InputMap<string> m = new(); var v = m["a"]; } } }
// S13 ok: a map from dictionaries and from outputs of dictionaries
namespace S13 { class C : Given { void M() { InputMap<string> a = new Dictionary<string, string>(), b = ImmutableDictionary<string, string>.Empty, c = o.Apply(v => ImmutableDictionary<string, string>.Empty), d = o.Apply(v => new Dictionary<string, string>()), e = o.Apply(v => (IDictionary<string, string>)new Dictionary<string, string>()); } } }
// S14 ok: Merge, AddRange and Add of maps
namespace S14 { class C : Given { void M() { InputMap<string> a = new(), b = new(); a.Add(b); a.AddRange(b); a.Add("k", o); var c = InputMap<string>.Merge(a, b); } } }
// S15 CS0029: a map of text from a dictionary of outputs
namespace S15 { class C : Given { void M() { InputMap<string> m = new Dictionary<string, Output<string>>(); } } }
// S16 ok: inputs from plain values, with widening of int to double
namespace S16 { class C : Given { void M() { Input<string> a = "x"; Input<int> b = 3; Input<double> c = 3; Input<bool> d = true; Input<int?> e = 3; } } }
// S17 CS8604: an input from a text that may be null warns
namespace S17 { class C : Given { void M(string? q) { Input<string> z = q; } } }
// S18 CS0029: an input of int from an output of long
namespace S18 { class C : Given { void M(Output<long> big) { Input<int> z = big; } } }
// S19 CS0266: an input of int from a double
namespace S19 { class C : Given { void M() { Input<int> z = 3.5; } } }
// S20 CS0029: an output from a plain value
namespace S20 { class C : Given { void M() { Output<string> z = "x"; } } }
// S21 ok: an output from an input, and an input from an output
namespace S21 { class C : Given { void M() { Output<string> a = i; Input<string> b = o; Output<string> c = i.ToOutput(); } } }
// S22 ok: Apply with a value, a task, an async function, an output, an input and no result
namespace S22 { class C : Given { void M() { Output<int> a = o.Apply(v => v.Length), b = o.Apply(v => Task.FromResult(v.Length)), c = o.Apply(async v => { await Task.Yield(); return 1; }), d = o.Apply(v => n), e = o.Apply(v => k); Output<ValueTuple> f = o.Apply(async v => { await Task.Yield(); }); } } }
// S23 CS0121: Apply with an explicit type and a null result
namespace S23 { class C : Given { void M() { o.Apply<string>(v => null!); } } }
// S24 CS0121: Apply with an explicit type and a function that only throws
namespace S24 { class C : Given { void M() { o.Apply<string>(v => throw new InvalidOperationException()); } } }
// S25 ok: Apply with a method group that has a result, and with a text that may be null
namespace S25 { class C : Given { static string F(string v) => v; void M() { Output<string> a = o.Apply(F); Output<string?> b = o.Apply(v => (string?)v); } } }
// S26 ok: Apply on an input, and its chain
namespace S26 { class C : Given { void M() { Output<int> a = i.Apply(v => v.Length).Apply(v => v + 1); Output<string> b = i.Apply(v => o); } } }
// S27 CS0411|CS1061: Select on an output
namespace S27 { class C : Given { void M() { var a = o.Select(v => v); } } }
// S28 ok: All of outputs, of inputs, of sequences
namespace S28 { class C : Given { void M() { Output<ImmutableArray<string>> a = Output.All(o, o), b = Output.All(i, i), c = Output.All(new[] { o }.Select(v => v)), d = Output.All(new List<Input<string>> { i }); } } }
// S29 CS0121: All of an output and an input
namespace S29 { class C : Given { void M() { var a = Output.All(o, i); } } }
// S30 CS0411: All of outputs of different types
namespace S30 { class C : Given { void M() { var a = Output.All(o, n); } } }
// S31 ok: Tuple of outputs, of inputs, up to eight
namespace S31 { class C : Given { void M() { var a = Output.Tuple(o, n).Apply(t => t.Item1 + t.Item2); var b = Output.Tuple(i, k).Apply(((string s, int x) t) => t.s); var c = Output.Tuple(o, n, o, n, o, n, o, n).Apply(t => t.Item8 + t.Item7); } } }
// S32 CS0411: Tuple of an output and an input
namespace S32 { class C : Given { void M() { var a = Output.Tuple(o, i); } } }
// S33 CS0121: Tuple of an output and an input with type arguments
namespace S33 { class C : Given { void M() { var a = Output.Tuple<string, string>(o, i); } } }
// S34 ok: Tuple of an output and an input made an output
namespace S34 { class C : Given { void M() { var a = Output.Tuple(o, i.ToOutput()); } } }
// S35 ok: deconstructing a tuple in Apply
namespace S35 { class C : Given { void M() { var a = Output.Tuple(o, n).Apply(t => { var (s, x) = t; return s + x; }); } } }
// S36 ok: Format with outputs, inputs and values
namespace S36 { class C : Given { void M() { Output<string> a = Output.Format($"{o}-{i}-{1}-{"s"}-{n}"); } } }
// S37 CS1503: Format with a text that is no interpolation
namespace S37 { class C : Given { void M() { Output<string> a = Output.Format("x"); } } }
// S38 ok: Create, CreateSecret, Unsecret, JsonSerialize, JsonDeserialize
namespace S38 { class C : Given { void M() { Output<int> a = Output.Create(1), b = Output.Create(Task.FromResult(1)), c = Output<int>.Create(Task.FromResult(1)), d = Output.CreateSecret(1), e = Output.CreateSecret(n), f = Output.Unsecret(d); Output<string> g = Output.JsonSerialize(Output.Create(new { a = o })); Output<JsonElement> h = Output.JsonDeserialize<JsonElement>(g); Task<bool> s = Output.IsSecretAsync(d); } } }
// S39 ok: helpers on outputs of arrays
namespace S39 { class C : Given { void M() { Output<string> a = oa.First(), b = oa.GetAt(1), c = oa.GetAt(k); Output<int> d = oa.Length(); } } }
// S40 CS0021: an index on an output of an array
namespace S40 { class C : Given { void M() { var a = oa[0]; } } }
// S41 CS1061: a member of the value on its output
namespace S41 { class C : Given { void M() { var a = o.Length; } } }
// S42 ok: ports as number, text and outputs of both
namespace S42 { class C : Given { void M() { _ = new ServicePortArgs { Port = 80, TargetPort = "http" }; _ = new ServicePortArgs { Port = n, TargetPort = 8080 }; _ = new ServicePortArgs { Port = k, TargetPort = o }; _ = new ServicePortArgs { TargetPort = n }; _ = new ServicePortArgs { TargetPort = i }; } } }
// S43 CS0029: a port as bool
namespace S43 { class C : Given { void M() { _ = new ServicePortArgs { TargetPort = true }; } } }
// S44 ok: the service type as enum, text and output of text
namespace S44 { class C : Given { void M() { _ = new ServiceSpecArgs { Type = ServiceSpecType.ClusterIP }; _ = new ServiceSpecArgs { Type = "ClusterIP" }; _ = new ServiceSpecArgs { Type = o }; } } }
// S45 ok: unions by hand and their parts
namespace S45 { class C : Given { void M(Output<Union<int, string>> u) { InputUnion<int, string> a = 1, b = "x", c = o, d = n, e = u, f = Union<int, string>.FromT0(1); Output<int> g = u.AsT0(); Output<bool> h = u.IsT1(); Output<object> v = u.Value(); } } }
// S46 ok: lists of blocks by initialiser, array, expression and single value
namespace S46 { class C : Given { void M() { _ = new ServiceSpecArgs { Ports = { new ServicePortArgs { Port = 1 } } }; _ = new ServiceSpecArgs { Ports = new[] { new ServicePortArgs { Port = 1 } } }; _ = new ServiceSpecArgs { Ports = [new ServicePortArgs { Port = 1 }] }; _ = new ServiceSpecArgs { Ports = new ServicePortArgs { Port = 1 } }; } } }
// S47 ok: target-typed new in blocks, but not in lists of blocks
namespace S47 { class C : Given { void M() { _ = new ContainerArgs { Resources = new ResourceRequirementsArgs { Limits = { { "cpu", "1" } } }, Args = { "a", o }, Env = { new EnvVarArgs { Name = "x", Value = o } } }; var rg = new ResourceGroup("g", new() { Location = "l" }); } } }
// S48 CS0117 CS0122|CS0117 CS1729: target-typed new for an input of a block makes the input, not the block
namespace S48 { class C : Given { void M() { _ = new KubernetesClusterArgs { DefaultNodePool = new() { Name = "x" } }; } } }
// S49 ok: labels and annotations by initialiser on the property, whole maps, collections of pairs
namespace S49 { class C : Given { void M() { _ = new ObjectMetaArgs { Labels = { ["a"] = "b" }, Annotations = new InputMap<string> { { "x", o } } }; _ = new ObjectMetaArgs { Labels = { { "a", "b" } }, Annotations = new Dictionary<string, string> { ["a"] = "b" } }; } } }
// S50 ok: options by initialiser
namespace S50 { class C : Given { void M(ProviderResource p) { _ = new CustomResourceOptions { DependsOn = { group }, Aliases = { new Alias { Name = "x" } }, IgnoreChanges = { "a" }, CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) }, Provider = p, Parent = group, Protect = true, RetainOnDelete = true, DeletedWith = group, DeleteBeforeReplace = true, ReplaceOnChanges = { "b" }, AdditionalSecretOutputs = { "c" }, Version = "1", ImportId = "i" }; _ = new ComponentResourceOptions { Providers = { p }, Parent = group }; } } }
// S51 ok: DependsOn from arrays, lists, expressions, one resource and an output of resources
namespace S51 { class C : Given { void M() { _ = new CustomResourceOptions { DependsOn = new Resource[] { group } }; _ = new CustomResourceOptions { DependsOn = new List<Resource> { group } }; _ = new CustomResourceOptions { DependsOn = [group] }; _ = new CustomResourceOptions { DependsOn = group }; _ = new CustomResourceOptions { DependsOn = o.Apply(_ => (Resource)group) }; } } }
// S52 CS0029: DependsOn from an array of a derived type
namespace S52 { class C : Given { void M() { _ = new CustomResourceOptions { DependsOn = new[] { group }.ToList() }; } } }
// S53 CS0117: Providers on the options of a custom resource
namespace S53 { class C : Given { void M(ProviderResource p) { _ = new CustomResourceOptions { Providers = { p } }; } } }
// S54 CS1503: component options for a custom resource
namespace S54 { class C : Given { void M() { _ = new ResourceGroup("g", new ResourceGroupArgs(), new ComponentResourceOptions()); } } }
// S55 CS0121: CustomResource of one's own without options
namespace S55 { class C(string name, ResourceArgs args) : CustomResource("a:b:C", name, args); }
// S56 ok: CustomResource of one's own with options, also null ones by name
namespace S56 { class C(string name, ResourceArgs args, CustomResourceOptions? options = null) : CustomResource("a:b:C", name, args, options); class D(string name, ResourceArgs args) : CustomResource("a:b:D", name, args, options: null); }
// S57 ok: ComponentResource of one's own with and without arguments and options
namespace S57 { class C(string name, ComponentResourceOptions? options = null) : ComponentResource("a:b:C", name, options); class D(string name, ResourceArgs args) : ComponentResource("a:b:D", name, args); class E(string name) : ComponentResource("a:b:E", name); }
// S58 ok: RegisterOutputs in a component, without arguments and with a dictionary
namespace S58 { class C : ComponentResource { public C() : base("a:b:C", "n") { RegisterOutputs(); RegisterOutputs(new Dictionary<string, object?> { ["a"] = 1 }); } } }
// S59 CS1540: RegisterOutputs of another component from outside
namespace S59 { class C(string name) : ComponentResource("a:b:C", name) { void M(ComponentResource other) { other.RegisterOutputs(); } } }
// S60 CS0104: Deployment with both Pulumi and Pulumi.Kubernetes.Apps.V1
namespace S60 { using Pulumi; using Pulumi.Kubernetes.Apps.V1; class C { void M(Deployment d) { } } }
// S61 ok: Deployment by alias beside Pulumi.Kubernetes.Apps.V1
namespace S61 { using Pulumi.Kubernetes.Apps.V1; using Deployment = Pulumi.Deployment; class C { Task<int> M() => Deployment.RunAsync(() => { }); } }
// S62 ok: RunAsync with an action, outputs, an async function with and without outputs, and a stack
namespace S62 { class S : Stack { } class C { void M() { Task<int> a = Pulumi.Deployment.RunAsync(() => { }), b = Pulumi.Deployment.RunAsync(() => new Dictionary<string, object?> { ["x"] = 1 }), c = Pulumi.Deployment.RunAsync(async () => { await Task.Yield(); }), d = Pulumi.Deployment.RunAsync(async () => { await Task.Yield(); return new Dictionary<string, object?> { ["x"] = 1 }; }), e = Pulumi.Deployment.RunAsync<S>(); } } }
// S63 CS0121: RunAsync with a function that only throws
namespace S63 { class C { Task<int> M() => Pulumi.Deployment.RunAsync(() => { throw new RunException("x"); }); } }
// S64 CS0310: RunAsync of a stack without a public constructor without parameters
namespace S64 { class S(int x) : Stack { int X => x; } class C { Task<int> M() => Pulumi.Deployment.RunAsync<S>(); } }
// S65 ok: TestAsync with its result kinds, and the mock's members
namespace S65 { class S : Stack { } class C { async Task M(IMocks m) { ImmutableArray<Resource> a = await Pulumi.Deployment.TestAsync<S>(m), b = await Pulumi.Deployment.TestAsync(m, new TestOptions { IsPreview = false }, () => { }); var (c, d) = await Pulumi.Deployment.TestAsync(m, new TestOptions(), () => new Dictionary<string, object?>()); } } }
// S66 ok: a mock with the two members that are needed
namespace S66 { class M : IMocks { public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>(("id", args.Inputs)); public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args); } }
// S67 ok: Get with and without state, and a resource without arguments
namespace S67 { class C { void M() { _ = ResourceGroup.Get("n", "id"); _ = ResourceGroup.Get("n", "id", new ResourceGroupState { Location = "l" }); _ = Namespace.Get("n", "id"); _ = new Namespace("n"); _ = new ResourceGroup("n"); } } }
// S68 CS7036: a resource with required arguments but without them
namespace S68 { class C { void M() { _ = new KubernetesCluster("n"); } } }
// S69 CS1739: state for a Kubernetes Get
namespace S69 { class C { void M() { _ = Namespace.Get("n", "id", state: null); } } }
// S70 CS0122|CS1729: the constructor for reading is private
namespace S70 { class C : Given { void M() { _ = new ResourceGroup("n", i, null, null); } } }
// S71 ok: invokes in both forms with their arguments and options
namespace S71 { class C : Given { async Task M() { GetResourceGroupResult a = await GetResourceGroup.InvokeAsync(new GetResourceGroupArgs { Name = "x" }); Output<GetResourceGroupResult> b = GetResourceGroup.Invoke(new GetResourceGroupInvokeArgs { Name = o }, new InvokeOptions { Parent = group }), c = GetResourceGroup.Invoke(new GetResourceGroupInvokeArgs { Name = o }, new InvokeOutputOptions { DependsOn = { group } }); Output<GetClientConfigResult> d = GetClientConfig.Invoke(); } } }
// S72 CS0029: an output as argument of the task form
namespace S72 { class C : Given { void M() { _ = new GetResourceGroupArgs { Name = o }; } } }
// S73 ok: outputs of blocks are read in Apply, nullable in Azure, not in Kubernetes
namespace S73 { class C { void M(KubernetesCluster c, Namespace ns) { Output<string> a = c.DefaultNodePool.Apply(p => p.Name), b = ns.Metadata.Apply(m => m.Name); Output<string?> d = c.Identity.Apply(v => v?.PrincipalId); Output<ImmutableDictionary<string, string>?> e = c.Tags; } } }
// S74 CS8602: an optional Azure block read without a check warns
namespace S74 { class C { void M(KubernetesCluster c) { var a = c.Identity.Apply(v => v.PrincipalId); } } }
// S75 CS0200|CS0272: the id of a resource is not set by a program
namespace S75 { class C { void M(ResourceGroup g) { g.Id = Output.Create("x"); } } }
// S76 CS0200|CS0272: an output property of a resource is not set by a program
namespace S76 { class C { void M(ResourceGroup g) { g.Location = Output.Create("x"); } } }
// S77 ok: configuration getters and their types
namespace S77 { class C { void M(Config c) { string? a = c.Get("a"); string b = c.Require("a"); int? d = c.GetInt32("a"); bool e = c.RequireBoolean("a"); double f = c.RequireDouble("a"); Output<string>? g = c.GetSecret("a"); Output<string> h = c.RequireSecret("a"); Output<int> j = c.RequireSecretInt32("a"); int[] l = c.RequireObject<int[]>("a"); Output<int[]> m = c.RequireSecretObject<int[]>("a"); } } }
// S78 ok: stack references and their reads
namespace S78 { class C { async Task M() { var s = new StackReference("a/b/c"); Output<object?> a = s.GetOutput("x"); Output<object> b = s.RequireOutput(Output.Create("x")); object? v = await s.GetValueAsync("x"); StackReferenceOutputDetails d = await s.GetOutputDetailsAsync("x"); Output<ImmutableDictionary<string, object>> all = s.Outputs; } } }
// S79 ok: assets and archives as arguments, an asset where either is taken
namespace S79 { class C { void M() { _ = new Pulumi.Azure.Storage.BlobArgs { Source = new StringAsset("x") }; _ = new Pulumi.Azure.Storage.BlobArgs { Source = new FileArchive("x") }; AssetArchive a = new(new Dictionary<string, AssetOrArchive> { ["a"] = new FileAsset("b") }); } } }
// S80 ok: transformations
namespace S80 { class C : Given { void M() { ResourceTransformation t = a => a.Args is ResourceGroupArgs g ? new ResourceTransformationResult(g, a.Options) : null; _ = new CustomResourceOptions { ResourceTransformations = { t } }; _ = new StackOptions { ResourceTransformations = { t } }; } } }
// S81 ok: Merge of options of one kind
namespace S81 { class C { void M() { CustomResourceOptions a = CustomResourceOptions.Merge(null, new CustomResourceOptions()); ComponentResourceOptions b = ComponentResourceOptions.Merge(new ComponentResourceOptions(), null); } } }
// S82 ok: exceptions and logs
namespace S82 { class C : Given { void M() { Log.Info("x", group); Log.Error("x", streamId: 3); Log.Exception(new RunException("x")); throw new ResourceException("x", group, hideStack: true); } } }
// S83 CS0506: a resource has no virtual members
namespace S83 { class C(string name) : ComponentResource("a:b:C", name) { public override string GetResourceName() => "x"; } }
// S84 CS1061: an output is not awaited
namespace S84 { class C : Given { async Task M() { var v = await o; } } }
// S85 CS0509: arguments of Azure are sealed
namespace S85 { class C : ResourceGroupArgs; }
// S86 ok: arguments of Kubernetes and resources are not sealed
namespace S86 { class A : NamespaceArgs; class C(string name) : Namespace(name); }
// S87 CS0144: abstract bases are not created
namespace S87 { class C { void M(ResourceGroupArgs a) { ResourceArgs x = new ResourceArgs(); } } }
// S88 CS0618: a deprecated list of arguments warns
namespace S88 { class C { void M() { _ = new Pulumi.Azure.Monitoring.DiagnosticSettingArgs { Metrics = new Pulumi.Azure.Monitoring.Inputs.DiagnosticSettingMetricArgs { Category = "AllMetrics" } }; } } }
// S89 ok: a deprecated argument that is a single value does not warn, and neither does reading what is deprecated
namespace S89 { class C { void M(Pulumi.Azure.Monitoring.DiagnosticSetting s) { _ = new Pulumi.Azure.KeyVault.KeyVaultArgs { EnableRbacAuthorization = true }; _ = s.Metrics.Apply(m => m.Length); } } }
// S90 CS0618: a deprecated class warns
namespace S90 { class C { void M(Pulumi.Azure.Role.Definition d) { } } }
