using LlmOpsSecure.Infra.Registry;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests.Registry;

public sealed class ImagesTests
{
    [Fact]
    public void Each_pinned_version_is_at_or_above_its_floor()
    {
        var settings = StackFile.Settings("dev");
        Assert.All(VersionFloors.All, floor => Assert.True(Version.Parse(Images.Of(settings, floor.Image).Version.TrimStart('v')) >= floor.Version, $"{floor.Image} must be {floor.Version} or newer"));
    }

    [Fact]
    public void A_digest_of_the_settings_replaces_the_pinned_one()
    {
        var digest = $"sha256:{new string('a', 64)}";
        var settings = StackFile.Settings("dev") with { Images = new Dictionary<string, string>(StringComparer.Ordinal) { ["haproxy"] = digest } };
        Assert.Equal($"registry.example/library/haproxy:3.4.4@{digest}", Images.Of(settings, "haproxy").In("registry.example"));
    }
}
