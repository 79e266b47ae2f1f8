using System.Text.Json;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

/// <summary>Makes a cluster of manifests written as JSON, one object after the other.</summary>
internal static class Cluster
{
    public static KubernetesNetwork Of(params IEnumerable<string> objects) => KubernetesNetwork.Of(Stack(objects));

    public static Stack Stack(params IEnumerable<string> objects) => new([.. objects.Select(Read)]);

    public static Workload Find(this KubernetesNetwork network, string name) => network.Workloads.Single(workload => workload.Name == name);

    public static string Pod(string space, string name, string labels = "{}", string ports = "[]") =>
        $$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{name}}}","namespace":"{{{space}}}","labels":{{{labels}}}},"spec":{"containers":[{"ports":{{{ports}}}}]}}""";

    public static string Policy(string space, string name, string spec) =>
        $$$"""{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"{{{name}}}","namespace":"{{{space}}}"},"spec":{{{spec}}}}""";

    private static Resource Read(string json, int index)
    {
        var root = JsonDocument.Parse(json).RootElement;
        var version = root.GetProperty("apiVersion").GetString();
        return new()
        {
            Type = $"kubernetes:{(version == "v1" ? "core/v1" : version)}:{root.GetProperty("kind").GetString()}",
            Name = $"object-{index}",
            Urn = $"urn:pulumi:test::test::kubernetes::object-{index}",
            Properties = PropertyValue.FromJson(root),
        };
    }
}
