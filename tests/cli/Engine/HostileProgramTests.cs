using Google.Protobuf;
using Grpc.Core;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>Whatever a program sends, the engine answers or refuses; it never fails itself, and never waits for ever.</summary>
public sealed class HostileProgramTests
{
    private static readonly string[] Types = ["azure:core/resourceGroup:ResourceGroup", "azure:containerservice/kubernetesCluster:KubernetesCluster", "kubernetes:apps/v1:Deployment", "kubernetes:core/v1:Secret", "tls:index/privateKey:PrivateKey", "pulumi:providers:kubernetes", "x:y:Z", ":", "a"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Values_of_any_kind_at_any_place_are_taken_or_refused(int seed)
    {
        var random = new Random(seed);
        await WithMonitorAsync(async monitor =>
        {
            for (var i = 0; i < 300; i++)
            {
                var bytes = WireProperties.ToStruct(Map(random, 0));
                for (var flips = random.Next(3) == 0 ? random.Next(1, 6) : 0; flips > 0 && bytes.Length > 0; flips--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                await TakenOrRefusedAsync(() => monitor.RegisterResource(Request(random, i, bytes), new TestCall()));
                await TakenOrRefusedAsync(() => monitor.ReadResource(new() { Type = Types[random.Next(Types.Length)], Name = $"read{i}", Id = Text(random), Parent = Text(random), Properties = ByteString.CopyFrom(bytes) }, new TestCall()));
                await TakenOrRefusedAsync(() => monitor.RegisterResourceOutputs(new() { Urn = Text(random), Outputs = ByteString.CopyFrom(bytes) }, new TestCall()));
                await TakenOrRefusedAsync(() => monitor.Invoke(new() { Tok = random.Next(2) == 0 ? "azure:core/getClientConfig:getClientConfig" : Text(random), Args = ByteString.CopyFrom(bytes) }, new TestCall()));
            }
        });
    }

    [Fact]
    public Task Nesting_is_taken_to_a_depth_of_a_hundred_and_refused_where_it_has_no_end() => WithMonitorAsync(async monitor =>
    {
        await monitor.RegisterResource(new() { Type = "x:y:Z", Name = "deep", Custom = true, Object = Nested(100) }, new TestCall());
        var refused = await Assert.ThrowsAsync<RpcException>(() => monitor.RegisterResource(new() { Type = "x:y:Z", Name = "deeper", Custom = true, Object = Nested(900) }, new TestCall()));
        Assert.Contains("nested at most", refused.Status.Detail, StringComparison.Ordinal);
        await monitor.RegisterResource(new() { Type = "azure:core/resourceGroup:ResourceGroup", Name = "after", Custom = true, Object = Nested(2) }, new TestCall());
    });

    [Fact]
    public Task A_text_of_many_megabytes_is_taken() => WithMonitorAsync(async monitor =>
    {
        var text = new string('x', 30_000_000);
        var answer = await monitor.RegisterResource(new() { Type = "x:y:Z", Name = "huge", Custom = true, Object = ByteString.CopyFrom(WireProperties.ToStruct(PropertyValue.MapOf([KeyValuePair.Create("text", PropertyValue.Of(text))]))) }, new TestCall());
        Assert.Equal(text.Length, EngineValues.FromStruct(answer.Object.Memory)["text"]!.Text.Length);
    });

    [Fact]
    public Task A_call_that_is_cancelled_leaves_the_engine_as_it_was() => WithMonitorAsync(async monitor =>
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => monitor.RegisterResource(new() { Type = "x:y:Z", Name = "gone", Custom = true }, new TestCall(cancelled.Token)));
        var answer = await monitor.RegisterResource(new() { Type = "x:y:Z", Name = "gone", Custom = true }, new TestCall());
        Assert.Equal("urn:pulumi:dev::hostile::x:y:Z::gone", answer.Urn);
    });

    [Fact]
    public Task What_the_engine_does_not_do_is_refused_in_words() => WithMonitorAsync(async monitor =>
    {
        async Task RefusedAsync(Func<Task> call, string message) => Assert.Contains(message, (await Assert.ThrowsAsync<RpcException>(call)).Status.Detail, StringComparison.Ordinal);
        var transformed = new RegisterResourceRequest { Type = "x:y:Z", Name = "a" };
        transformed.Transforms.Add(new Callback { Target = "127.0.0.1:1", Token = "t" });
        await RefusedAsync(() => monitor.RegisterResource(transformed, new TestCall()), "Resource transforms are not supported by the embedded engine");
        await RefusedAsync(() => monitor.RegisterStackTransform(new(), new TestCall()), "Stack transforms are not supported");
        await RefusedAsync(() => monitor.RegisterResourceHook(new(), new TestCall()), "Resource hooks are not supported");
        await RefusedAsync(() => monitor.RegisterResource(new() { Type = "x:y:Z", Name = "a", Remote = true }, new TestCall()), "remote component");
        await RefusedAsync(() => monitor.RegisterResource(new() { Type = "", Name = "a" }, new TestCall()), "must have a type and a name");
        await RefusedAsync(() => monitor.RegisterResource(new() { Type = "x:y:Z", Name = "a", Custom = true, Provider = "nobody::1" }, new TestCall()), "There is no provider 'nobody::1'");
        await RefusedAsync(() => monitor.RegisterResource(new() { Type = "x:y:Z", Name = "a", Custom = true, CustomTimeouts = new() { Create = "soon" } }, new TestCall()), "must be a duration such as 1h30m");
        await RefusedAsync(() => monitor.Call(new() { Tok = "x:y:z" }, new TestCall()), "method 'x:y:z' is not known");
    });

    private static async Task WithMonitorAsync(Func<MonitorService, Task> body)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", "name: hostile\nruntime: nodejs\n");
        using var operation = new ResourceOperation(sandbox.Project(), new OperationRequest { IsPreview = false, Stack = "dev" }, new Progress<string>());
        await body(new MonitorService(operation)).WaitAsync(TimeSpan.FromMinutes(3));
        var result = await operation.FinishAsync(CancellationToken.None);
        Assert.Null(result.Broken);

        // What came out is a state that can be read again.
        result.State.Write(sandbox.At("state.json"));
        Assert.Equal(result.State.Resources.Select(resource => resource.Urn), StateDocument.Read(sandbox.At("state.json"), mayBeMissing: false)!.Resources.Select(resource => resource.Urn));
    }

    private static async Task TakenOrRefusedAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException refused)
        {
            Assert.Contains(refused.StatusCode, new[] { StatusCode.Unknown, StatusCode.InvalidArgument });
        }
    }

    private static RegisterResourceRequest Request(Random random, int index, byte[] inputs)
    {
        var request = new RegisterResourceRequest { Type = Types[random.Next(Types.Length)], Name = random.Next(20) == 0 ? Text(random) : $"name{index}", Custom = random.Next(4) > 0, Object = ByteString.CopyFrom(inputs), Parent = random.Next(3) == 0 ? Text(random) : "", Version = random.Next(3) == 0 ? Text(random) : "", ImportId = random.Next(8) == 0 ? Text(random) : "" };
        request.Dependencies.Add(Text(random));
        request.ReplaceWith.Add(Text(random));
        request.Providers["azure"] = Text(random);
        (request.DeletedWith, request.PluginDownloadUrl) = (Text(random), random.Next(8) == 0 ? Text(random) : "");
        if (random.Next(4) == 0)
        {
            request.ReplacementTrigger = ByteString.CopyFrom(inputs);
        }

        request.IgnoreChanges.Add(Text(random));
        request.ReplaceOnChanges.Add(Text(random));
        request.AdditionalSecretOutputs.Add(Text(random));
        request.Aliases.Add(random.Next(2) == 0 ? new Alias { Urn = Text(random) } : new Alias { Spec = new() { Name = Text(random), ParentUrn = Text(random) } });
        return request;
    }

    private static PropertyValue Map(Random random, int depth) => PropertyValue.MapOf(Enumerable.Range(0, random.Next(5)).Select(_ => KeyValuePair.Create(Name(random), Value(random, depth + 1))));

    private static PropertyValue Value(Random random, int depth) => random.Next(depth > 5 ? 6 : 9) switch
    {
        0 => PropertyValue.Null,
        1 => PropertyValue.Of(random.Next(2) == 0),
        2 => PropertyValue.Of(random.Next(6) switch { 0 => double.NaN, 1 => double.PositiveInfinity, 2 => double.MinValue, _ => random.Next() }),
        3 => PropertyValue.Unknown,
        4 or 5 => PropertyValue.Of(Text(random)),
        6 => PropertyValue.SecretOf(Value(random, depth + 1)),
        7 => PropertyValue.ListOf(Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))),
        _ => Map(random, depth),
    };

    private static string Name(Random random) => random.Next(6) switch { 0 => Text(random), 1 => Signatures.Key, 2 => "metadata", 3 => "name", 4 => "apiVersion", _ => "location" };

    private static string Text(Random random) => random.Next(8) switch
    {
        0 => "",
        1 => Signatures.Secret,
        2 => Signatures.Resource,
        3 => "urn:pulumi:dev::hostile::x:y:Z::name1",
        4 => "::::::",
        5 => "a[\"b\"].c[0][*].*[",
        6 => "\0\u001b[31m\uFFFD",
        _ => new string((char)random.Next(32, 0x500), random.Next(40)),
    };

    private static ByteString Nested(int depth)
    {
        var value = PropertyValue.Of("bottom");
        for (var i = 0; i < depth; i++)
        {
            value = i % 2 == 0 ? PropertyValue.ListOf([value]) : PropertyValue.MapOf([KeyValuePair.Create("in", value)]);
        }

        return ByteString.CopyFrom(WireProperties.ToStruct(PropertyValue.MapOf([KeyValuePair.Create("value", value)])));
    }
}
