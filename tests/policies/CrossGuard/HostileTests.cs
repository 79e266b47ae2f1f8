using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;
using static LlmOpsSecure.CrossGuard.Tests.Calls;

namespace LlmOpsSecure.CrossGuard.Tests;

/// <summary>Whatever arrives, the server answers or refuses, and goes on.</summary>
public sealed class HostileTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Pods = """{ "metadata": { "name": "n", "namespace": "models", "labels": { "a": "b" } }, "spec": { "replicas": 2, "template": { "spec": { "hostNetwork": true, "containers": [{ "name": "server", "image": "vllm/vllm-openai:v0.10.0", "args": ["--model", "m"], "securityContext": { "privileged": true } }] } } } }""";

    private static readonly Marshaller<byte[]> Raw = Marshallers.Create(bytes => bytes, bytes => bytes);

    [Fact]
    public async Task Damaged_messages_are_refused_or_answered_and_the_server_goes_on()
    {
        await using var served = await Served.StartAsync(PolicyPack.Kit);
        var random = new Random(20_260_101);
        var seeds = new[] { Analyze(Deployment, Pods).ToByteArray(), Analyze(Vault, """{ "networkAcls": { "defaultAction": "Deny", "ipRules": ["0.0.0.0/0"] }, "tags": null }""").ToByteArray() };
        var refused = 0;
        for (var round = 0; round < 600; round++)
        {
            var method = (round % 3) switch { 0 => "Analyze", 1 => "Remediate", _ => "AnalyzeStack" };
            var bytes = Damage(random, seeds[round % seeds.Length]);
            if (method == "AnalyzeStack")
            {
                bytes = [0x0A, .. Varint(bytes.Length), .. bytes];
            }

            try
            {
                await Send(served, method, bytes);
            }
            catch (RpcException error)
            {
                Assert.NotEqual(StatusCode.Unavailable, error.StatusCode);
                refused++;
            }
        }

        Assert.InRange(refused, 10, 590);
        Assert.NotEmpty((await served.Client.AnalyzeAsync(Analyze(Deployment, Pods))).Diagnostics);
    }

    [Fact]
    public async Task Properties_that_are_no_map_are_refused()
    {
        await using var served = await Served.StartAsync(PolicyPack.Kit);
        var request = Analyze(Account, "{}");
        request.Properties = ByteString.CopyFrom([0x0A, 0x7F, 0x01]);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await served.Client.AnalyzeAsync(request));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains("127 bytes are announced at byte 2 of 3", error.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NestIn.List)]
    [InlineData(NestIn.Map)]
    [InlineData(NestIn.Secret)]
    public async Task Nesting_without_end_is_an_error_and_not_a_crash(NestIn kind)
    {
        await using var served = await Served.StartAsync(PolicyPack.Kit);
        var deep = Nested(kind, 200_000);
        foreach (var type in new[] { Deployment, Account, Vault, "kubernetes:core/v1:PodList" })
        {
            foreach (var name in new[] { "spec", "metadata", "networkRules", "items", "minTlsVersion", "networkAcls" })
            {
                var request = Analyze(type, "{}");
                request.Properties = ByteString.CopyFrom(Member(name, deep));
                try
                {
                    Assert.All((await served.Client.AnalyzeAsync(request)).Diagnostics, diagnostic => Assert.True(diagnostic.Message.Length < 10_000));
                }
                catch (RpcException error)
                {
                    Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
                    Assert.Contains("at most 1000 levels", error.Status.Detail, StringComparison.Ordinal);
                }
            }
        }

        Assert.Equal(PolicyPack.Kit.Policies.Count, (await served.Client.GetAnalyzerInfoAsync(new Empty())).Policies.Count);
    }

    [Fact]
    public async Task A_hundred_levels_are_read_and_returned()
    {
        var value = PropertyValue.Of("bottom");
        for (var i = 0; i < 100; i++)
        {
            value = i % 2 == 0 ? PropertyValue.ListOf([value]) : PropertyValue.MapOf([new("in", value)]);
        }

        await using var served = await Served.StartAsync(PeerPolicies.Pack);
        await served.Client.ConfigureAsync(Configure(("storage-blobs-are-private", EnforcementLevel.Remediate, "{}")));
        var request = Analyze(Account, "{}");
        request.Properties = ByteString.CopyFrom(WireProperties.ToStruct(PropertyValue.MapOf([new("deep", value)])));
        var corrected = WireProperties.FromStruct(Assert.Single((await served.Client.RemediateAsync(request)).Remediations).Properties.Memory)["deep"]!;
        for (var i = 0; i < 100; i++)
        {
            corrected = corrected.Kind == PropertyKind.List ? Assert.Single(corrected.Items) : corrected["in"]!;
        }

        Assert.Equal("bottom", corrected.Text);
    }

    [Fact]
    public async Task Strings_of_many_megabytes_are_judged_and_not_repeated()
    {
        await using var served = await Served.StartAsync(PolicyPack.Kit);
        var text = new string('x', 16 * 1024 * 1024);
        var request = Analyze(Account, "{}");
        request.Properties = ByteString.CopyFrom(WireProperties.ToStruct(PropertyValue.MapOf([new("minTlsVersion", PropertyValue.Of(text)), new(text, PropertyValue.Of(true))])));
        var answer = await served.Client.AnalyzeAsync(request);

        Assert.Contains(answer.Diagnostics, diagnostic => diagnostic.Message.Contains("minTlsVersion", StringComparison.Ordinal));
        Assert.True(answer.CalculateSize() < 1024 * 1024, $"The answer has {answer.CalculateSize()} bytes.");
    }

    [Fact]
    public async Task Cancelled_calls_leave_the_server_ready()
    {
        await using var served = await Served.StartAsync(PolicyPack.Kit);
        var stack = new AnalyzeStackRequest();
        stack.Resources.AddRange(Enumerable.Range(0, 2_000).Select(i => Resource(Deployment, Pods, $"d{i}")));
        var calls = Enumerable.Range(0, 8).Select(async i =>
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(i * 5));
            try
            {
                await served.Client.AnalyzeStackAsync(stack, cancellationToken: cancel.Token);
            }
            catch (RpcException error)
            {
                Assert.Equal(StatusCode.Cancelled, error.StatusCode);
            }
        });
        await Task.WhenAll(calls);

        Assert.NotEmpty((await served.Client.AnalyzeAsync(Analyze(Deployment, Pods))).Diagnostics);
    }

    public enum NestIn
    {
        List,
        Map,
        Secret,
    }

    private static async Task Send(Served served, string method, byte[] bytes) =>
        await served.Channel.CreateCallInvoker().AsyncUnaryCall(new Method<byte[], byte[]>(MethodType.Unary, "pulumirpc.Analyzer", method, Raw, Raw), null, default, bytes);

    private static byte[] Damage(Random random, byte[] seed)
    {
        var bytes = (byte[])seed.Clone();
        for (var hits = random.Next(1, 6); hits > 0; hits--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => [.. bytes, .. bytes[random.Next(bytes.Length)..]],
            _ => bytes,
        };
    }

    // A Struct with one member, whose value is given as the bytes of a Value.
    private static byte[] Member(string name, byte[] value)
    {
        byte[] key = [0x0A, .. Varint(name.Length), .. System.Text.Encoding.UTF8.GetBytes(name)];
        byte[] head = [.. key, 0x12, .. Varint(value.Length)];
        return [0x0A, .. Varint(head.Length + value.Length), .. head, .. value];
    }

    // A Value in a Value in a Value, written from its innermost byte outwards.
    private static byte[] Nested(NestIn kind, int levels)
    {
        var buffer = new byte[levels * 128];
        var at = buffer.Length;
        void Put(ReadOnlySpan<byte> bytes)
        {
            at -= bytes.Length;
            bytes.CopyTo(buffer.AsSpan(at));
        }

        void Wrap(byte tag, int end)
        {
            Put(Varint(end - at));
            Put([tag]);
        }

        byte[] secret = Member("4dabf18193072939515e22adb298388d", [0x1A, 32, .. "1b47061264138c4ac30d75fd1eb44270"u8]);
        for (var level = 0; level < levels; level++)
        {
            if (kind == NestIn.List)
            {
                Wrap(0x0A, buffer.Length);
                Wrap(0x32, buffer.Length);
                continue;
            }

            Wrap(0x12, buffer.Length);
            Put(kind == NestIn.Map ? [0x0A, 4, .. "spec"u8] : [0x0A, 5, .. "value"u8]);
            Wrap(0x0A, buffer.Length);
            Put(kind == NestIn.Secret ? secret : []);
            Wrap(0x2A, buffer.Length);
        }

        return buffer[at..];
    }

    private static byte[] Varint(int value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        return [.. bytes, (byte)value];
    }
}
