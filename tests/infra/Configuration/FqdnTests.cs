using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Tests.Configuration;

public sealed class FqdnTests
{
    [Theory]
    [InlineData("api.example.com")]
    [InlineData("*.docs.example.com")]
    [InlineData("xn--bcher-kva.example")]
    public void A_name_is_allowed(string host) => Assert.Null(Fqdn.Problem(host));

    [Theory]
    [InlineData("example")]
    [InlineData("*")]
    [InlineData("*.com")]
    [InlineData("*.github.io")]
    [InlineData("*.azurewebsites.net")]
    [InlineData("Api.example.com")]
    [InlineData("api..example.com")]
    [InlineData("api.example.com.")]
    [InlineData("api example.com")]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.0x0.0x0.0x1")]
    [InlineData("[::1]")]
    [InlineData("::ffff:169.254.169.254")]
    public void Anything_else_is_not(string host) => Assert.NotNull(Fqdn.Problem(host));
}
