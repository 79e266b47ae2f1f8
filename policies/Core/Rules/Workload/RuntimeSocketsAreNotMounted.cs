using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class RuntimeSocketsAreNotMounted() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-runtime-sockets-are-not-mounted",
    Title = "The pods do not mount the socket of the container runtime",
    Why = "Who speaks to the container runtime starts privileged containers on the node.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Remove the mount.",
    Good = ["""{ "volumes": [{ "name": "cache", "emptyDir": {} }], "containers": [] }"""],
    Bad = ["""{ "volumes": [{ "name": "docker", "hostPath": { "path": "/var/run/docker.sock" } }], "containers": [] }"""],
    Equivalents = ["CKV_K8S_27", "AVD-KSV-0006", "C-0074", "kics:a6f34658-fdfb-4154-9536-56d516f65828", "kyverno:disallow-cri-sock-mount", "kube-linter:docker-sock", "kubeaudit:mounts"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["volumes"].Items.SelectMany(volume => volume["hostPath"].Member("path").Must("not be the socket of a container runtime", path => !IsSocket((path.AsText ?? "").TrimEnd('/')), whenAbsent: true));

    private static bool IsSocket(string path) => Sockets.Any(socket => path.EndsWith(socket, StringComparison.Ordinal)) || Folders.Contains(path);

    private static readonly string[] Folders = ["/run", "/run/containerd", "/run/crio", "/run/docker", "/var/run", "/var/run/containerd", "/var/run/crio", "/var/run/docker"];
    private static readonly string[] Sockets = ["docker.sock", "containerd.sock", "crio.sock", "dockershim.sock", "cri-dockerd.sock"];
}
