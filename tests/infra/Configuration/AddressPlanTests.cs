using System.Net;
using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests.Configuration;

public sealed class AddressPlanTests
{
    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("10.40.0.0/16")]
    [InlineData("192.168.4.0/22")]
    public void Subnets_lie_in_the_range_and_do_not_overlap(string range)
    {
        var plan = new AddressPlan(StackFile.Settings("dev").Network with { AddressSpace = IPNetwork.Parse(range) });
        var subnets = plan.Ranges.Values.ToList();
        Assert.All(subnets, subnet => Assert.True(Cidr.Contains(IPNetwork.Parse(range), subnet)));
        Assert.All(subnets.SelectMany((one, index) => subnets.Skip(index + 1).Select(other => (one, other))), pair => Assert.False(Cidr.Overlap(pair.one, pair.other)));
    }

    [Fact]
    public void The_firewall_has_the_first_address_that_azure_gives() =>
        Assert.Equal("10.40.3.132", new AddressPlan(StackFile.Settings("dev").Network).FirewallAddress);
}
