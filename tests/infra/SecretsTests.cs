using System.Reflection;
using System.Text.Json;
using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Tests.Recording;
using Pulumi;

namespace LlmOpsSecure.Infra.Tests;

public sealed class SecretsTests
{
    private const string PasswordCanary = "canaryPassword0123456789";
    private const string KeyCanary = "canaryKey0123456789";

    private static readonly (string, string)[] Canaries =
    [
        ("llmops:rateLimitPassword", PasswordCanary),
        ("llmops:issuer", JsonSerializer.Serialize(new { certificate = "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----", privateKey = $"-----BEGIN PRIVATE KEY-----\n{KeyCanary}\n-----END PRIVATE KEY-----" })),
    ];

    [Theory]
    [InlineData(PasswordCanary, 2)]
    [InlineData(KeyCanary, 1)]
    public async Task A_secret_setting_reaches_a_resource_only_as_a_secret(string canary, int least)
    {
        var stack = await RecordedStack.Of("dev", Canaries);
        var holders = stack.Resources.SelectMany(resource => resource.Inputs.Where(input => JsonSerializer.Serialize(input.Value).Contains(canary, StringComparison.Ordinal)).Select(input => (resource, input.Key))).ToList();
        Assert.True(holders.Count >= least, $"{holders.Count} inputs");
        foreach (var (resource, key) in holders)
        {
            Assert.True(await IsSecretAsync(resource.Args, key), $"{resource.Urn} {key}");
        }
    }

    [Fact]
    public async Task A_private_key_reaches_a_resource_only_as_a_secret()
    {
        var stack = await Recorded.Stack("production");
        var holders = stack.Resources.SelectMany(resource => resource.Inputs.Where(input => JsonSerializer.Serialize(input.Value).Contains("PRIVATE KEY", StringComparison.Ordinal)).Select(input => (resource, input.Key))).ToList();
        Assert.Contains(holders, holder => holder.resource.Type == "kubernetes:core/v1:Secret");
        foreach (var (resource, key) in holders.Where(holder => holder.resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)))
        {
            Assert.True(await IsSecretAsync(resource.Args, key), $"{resource.Urn} {key}");
        }
    }

    [Fact]
    public void A_secret_is_neither_in_the_settings_nor_in_an_error()
    {
        var settings = StackFile.Settings("dev", Canaries);
        Assert.DoesNotContain("canary", settings.ToString(), StringComparison.Ordinal);
        var error = Assert.Throws<SettingsException>(() => StackFile.Settings("dev", ("llmops:rateLimitPassword", "canary!"), ("llmops:issuer", """{"certificate":"canary","privateKey":"canary"}""")));
        Assert.Equal(3, error.Errors.Count);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    private static Task<bool> IsSecretAsync(ResourceArgs args, string name)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var type = args.GetType();
        var value = type.GetFields(all).Where(field => IsInput(field, name)).Select(field => field.GetValue(args))
            .Concat(type.GetProperties(all).Where(property => IsInput(property, name)).Select(property => property.GetValue(args))).Single()!;
        return (Task<bool>)typeof(SecretsTests).GetMethod(nameof(AskAsync), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(Inner(value.GetType())).Invoke(null, [value])!;
    }

    private static bool IsInput(MemberInfo member, string name) =>
        member.GetCustomAttributesData().Any(data => data.AttributeType == typeof(InputAttribute) && data.ConstructorArguments[0].Value is string given && given == name);

    private static Type Inner(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>) ? type.GetGenericArguments()[0] : Inner(type.BaseType!);

    private static Task<bool> AskAsync<T>(Input<T> input) => Output.IsSecretAsync(input.Apply(value => value));
}
