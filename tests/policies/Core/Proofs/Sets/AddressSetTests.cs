using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Sets;

public sealed class AddressSetTests
{
    [Theory]
    [InlineData("10.1.2.3/8", "10.0.0.0/8")]
    [InlineData("10.0.0.7", "10.0.0.7/32")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("::/0", "::/0")]
    [InlineData("fd00::/8", "fd00::/8")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.1-10.0.0.9")]
    public void A_text_is_read_and_written_back(string text, string expected)
    {
        Assert.True(AddressSet.TryParse(text, out var set));
        Assert.Equal(expected, set.Value.ToString());
    }

    [Theory]
    [InlineData("10.1")]
    [InlineData("0x7f000001")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("example.com")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_address_is_refused(string? text) => Assert.False(AddressSet.TryParse(text, out _));

    [Fact]
    public void All_of_IPv6_holds_no_IPv4_address()
    {
        Assert.True(AddressSet.TryParse("::/0", out var six));
        Assert.False(six.Value.Meets(AddressSet.V4));
        Assert.Equal(AddressSet.All, six.Value.Union(AddressSet.V4));
    }

    [Fact]
    public void A_hole_splits_a_block()
    {
        Assert.True(AddressSet.TryParse("10.0.0.0/8", out var block));
        Assert.True(AddressSet.TryParse("10.0.0.0/9", out var hole));
        Assert.Equal("10.128.0.0/9", block.Value.Except(hole.Value).ToString());
    }
}
