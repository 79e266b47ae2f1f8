using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class RawPatchesAreOff() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-raw-patches-are-off",
    Title = "Raw patches and scripts of the proxy are off",
    Why = "A patch of the proxy's configuration, or a script in it, goes around every policy.",
    Severity = Severity.High,
    Types = [GatewayRoutes.Release, GatewayRoutes.PatchPolicy, GatewayRoutes.ExtensionPolicy],
    Threats = [Threat.FullStack, Threat.ToolExploitation],
    Controls = [Framework.Nist("CM-7"), Framework.Mcsb("PA-7")],
    Remediation = "Remove EnvoyPatchPolicy and Lua, and set enableEnvoyPatchPolicy to false.",
    Corrections = [new("enableEnvoyPatchPolicy", "false")],
    Good = ["""{ "values": { "config": { "envoyGateway": { "extensionApis": { "enableEnvoyPatchPolicy": false } } } } }""", """{ "values": { } }"""],
    Bad = ["""{ "values": { "config": { "envoyGateway": { "extensionApis": { "enableEnvoyPatchPolicy": true } } } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource.Type.EndsWith(":EnvoyPatchPolicy", StringComparison.Ordinal) ? [resource.Violation("there must be no EnvoyPatchPolicy: it changes the proxy past every other policy")]
        : resource.Type.EndsWith(":EnvoyExtensionPolicy", StringComparison.Ordinal) ? resource["spec.lua"].MustBeAbsent()
        : resource["values.config.envoyGateway.extensionApis.enableEnvoyPatchPolicy"].MustNotBe(true);
}
