using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class NodeSecretsAreNotMounted() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-node-secrets-are-not-mounted",
    Title = "The pods mount no directory with secrets or programs of the node",
    Why = "With the credentials of the kubelet, the configuration or the devices of the node a pod is the node.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Use a volume that the cluster provides.",
    Good = ["""{ "volumes": [{ "name": "a", "hostPath": { "path": "/data/models" } }], "containers": [] }"""],
    Bad = ["""{ "volumes": [{ "name": "a", "hostPath": { "path": "/" } }], "containers": [] }""", """{ "volumes": [{ "name": "a", "hostPath": { "path": "/etc/kubernetes/azure.json" } }], "containers": [] }""", """{ "volumes": [{ "name": "a", "hostPath": { "path": "/var/lib/kubelet/" } }], "containers": [] }"""],
    Equivalents = ["AVD-KSV-0121", "C-0020", "kics:5308a7a8-06f8-45ac-bf10-791fe21de46e", "kube-linter:sensitive-host-mounts"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["volumes"].Items.SelectMany(volume => volume["hostPath"].Member("path").Must("be none of the node's own directories", path => IsHarmless(Clean(path.AsText ?? "")), whenAbsent: true));

    private static bool IsHarmless(string path) => !Whole.Any(place => path == place || path.StartsWith(place + "/", StringComparison.Ordinal) || (place + "/").StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)) && !Exact.Contains(path);

    // Dots and doubled slashes lead to the same place.
    private static string Clean(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return "/" + string.Join('/', steps);
    }

    // With everything in them and above them.
    private static readonly string[] Whole =
    [
        "/.aws", "/.azure", "/.config/gcloud", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/proc", "/root", "/run/containerd", "/run/docker.sock", "/run/secrets", "/sbin", "/sys", "/usr",
        "/var/lib/kubelet/pki", "/var/lib/kubelet/pods", "/var/lib/containerd", "/var/lib/docker", "/var/lib/etcd", "/var/lib/waagent", "/var/run/docker.sock", "/var/run/secrets",
    ];

    // These alone: what is below them is what device plug-ins and loggers share with their node.
    private static readonly string[] Exact = ["/run", "/var/run", "/var/lib/kubelet"];
}
