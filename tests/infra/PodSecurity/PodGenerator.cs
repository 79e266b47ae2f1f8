using System.Text.Json.Nodes;

namespace LlmOpsSecure.Infra.Tests.PodSecurity;

/// <summary>Makes pod specifications from one that the restricted level takes, by a few changes to the fields that Pod Security looks at.</summary>
internal static class PodGenerator
{
    private const string Restricted = """
        {
          "securityContext": { "runAsNonRoot": true, "seccompProfile": { "type": "RuntimeDefault" } },
          "containers": [{ "name": "a", "image": "r.example/a:1", "securityContext": { "allowPrivilegeEscalation": false, "capabilities": { "drop": ["ALL"] } } }],
          "initContainers": [{ "name": "b", "image": "r.example/a:1", "securityContext": { "allowPrivilegeEscalation": false, "capabilities": { "drop": ["ALL"] } } }],
          "ephemeralContainers": [{ "name": "c", "image": "r.example/a:1", "securityContext": { "allowPrivilegeEscalation": false, "capabilities": { "drop": ["ALL"] } } }]
        }
        """;

    private static readonly string[] Flags = ["true", "false"];
    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    // The place below the pod specification and the JSON values that it may get; null deletes. An empty object is of nobody's making, but legal.
    private static readonly (string Path, string?[] Values)[] PodChanges =
    [
        ("hostNetwork", Flags), ("hostPID", Flags), ("hostIPC", Flags), ("hostUsers", Flags), ("shareProcessNamespace", Flags),
        ("os", ["""{ "name": "windows" }""", """{ "name": "linux" }"""]),
        ("volumes", [.. Volumes()]),
        ("securityContext", [null, "{}"]),
        ("securityContext.sysctls", ["[]", .. new[] { "kernel.shm_rmid_forced", "net.ipv4.tcp_rmem", "net.ipv4.tcp_keepalive_time", "net.ipv4.ip_local_reserved_ports", "kernel.msgmax", "net.core.somaxconn", "NET.IPV4.TCP_RMEM", "net/ipv4/tcp_rmem" }.Select(name => $$"""[{ "name": "{{name}}", "value": "1" }]""")]),
        ("securityContext.supplementalGroups", ["[0]"]), ("securityContext.fsGroup", ["0"]), ("securityContext.runAsGroup", ["0"]),
    ];

    // Below the security context of the pod or of a container.
    private static readonly (string Path, string?[] Values)[] ContextChanges =
    [
        ("runAsNonRoot", [null, .. Flags]), ("runAsUser", [null, "0", "1", "1000"]),
        ("seccompProfile", [null, "{}", .. Types("RuntimeDefault", "Localhost", "Unconfined", "")]),
        ("appArmorProfile", [null, "{}", .. Types("RuntimeDefault", "Localhost", "Unconfined", "")]),
        ("seLinuxOptions", ["{}", .. Types("container_t", "container_init_t", "container_kvm_t", "container_engine_t", "spc_t", ""), """{ "user": "u" }""", """{ "role": "r" }""", """{ "level": "s0" }""", """{ "user": "", "role": "" }"""]),
        ("windowsOptions", ["{}", """{ "hostProcess": true }""", """{ "hostProcess": false }""", """{ "runAsUserName": "ContainerAdministrator" }"""]),
    ];

    // Below a container.
    private static readonly (string Path, string?[] Values)[] ContainerChanges =
    [
        ("securityContext", [null, "{}"]), ("securityContext.privileged", Flags), ("securityContext.allowPrivilegeEscalation", [null, .. Flags]),
        ("securityContext.procMount", ["\"Default\"", "\"Unmasked\""]), ("securityContext.capabilities", [null, "{}"]),
        ("securityContext.capabilities.drop", [null, "[]", """["ALL"]""", """["all"]""", """["NET_RAW"]""", """["NET_RAW", "ALL"]""", """["CAP_ALL"]"""]),
        ("securityContext.capabilities.add", ["[]", """["NET_BIND_SERVICE"]""", """["CAP_NET_BIND_SERVICE"]""", """["CHOWN"]""", """["NET_RAW"]""", """["SYS_ADMIN"]""", """["ALL"]""", """["KILL", "SYS_TIME"]""", """["chown"]"""]),
        ("ports", ["[]", """[{ "containerPort": 80 }]""", """[{ "containerPort": 80, "hostPort": 0 }]""", """[{ "containerPort": 80, "hostPort": 80 }]"""]),
        .. new[] { "livenessProbe", "readinessProbe", "startupProbe", "lifecycle.postStart", "lifecycle.preStop" }.SelectMany(handler => new (string, string?[])[]
        {
            ($"{handler}.httpGet", ["""{ "port": 80 }""", """{ "port": 80, "host": "" }""", """{ "port": 80, "host": "127.0.0.1" }""", """{ "port": 80, "host": "localhost" }""", """{ "port": 80, "host": "::1" }""", """{ "port": 80, "host": "10.0.0.1" }"""]),
            ($"{handler}.tcpSocket", ["""{ "port": 80 }""", """{ "port": 80, "host": "169.254.169.254" }"""]),
        }),
    ];

    private static readonly string[] Annotations =
    [
        "runtime/default", "localhost/a", "unconfined", "", "LOCALHOST/a",
    ];

    /// <summary>The pods of a seed, as whole manifests.</summary>
    public static IEnumerable<JsonObject> Pods(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var spec = JsonNode.Parse(Restricted)!.AsObject();
            var metadata = new JsonObject { ["name"] = $"generated-{i}" };
            for (var change = random.Next(4); change >= 0; change--)
            {
                Change(random, spec, metadata);
            }

            yield return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = metadata, ["spec"] = spec };
        }
    }

    private static void Change(Random random, JsonObject spec, JsonObject metadata)
    {
        var container = spec[Lists[random.Next(Lists.Length)]]!.AsArray()[0]!.AsObject();
        switch (random.Next(5))
        {
            case 0:
                Set(random, spec, PodChanges, "");
                break;
            case 1:
                Set(random, spec, ContextChanges, "securityContext.");
                break;
            case 2:
                Set(random, container, ContextChanges, "securityContext.");
                break;
            case 3:
                Set(random, container, ContainerChanges, "");
                break;
            default:
                metadata["annotations"] = new JsonObject { [$"container.apparmor.security.beta.kubernetes.io/{container["name"]}"] = Annotations[random.Next(Annotations.Length)] };
                break;
        }
    }

    private static void Set(Random random, JsonObject owner, (string Path, string?[] Values)[] changes, string prefix)
    {
        var (path, values) = changes[random.Next(changes.Length)];
        var steps = (prefix + path).Split('.');
        foreach (var step in steps[..^1])
        {
            if (owner[step] is not JsonObject next)
            {
                owner[step] = next = [];
            }

            owner = next;
        }

        if (values[random.Next(values.Length)] is { } value)
        {
            owner[steps[^1]] = JsonNode.Parse(value);
        }
        else
        {
            owner.Remove(steps[^1]);
        }
    }

    private static IEnumerable<string> Types(params IEnumerable<string> types) => types.Select(type => $$"""{ "type": "{{type}}" }""");

    private static IEnumerable<string> Volumes() => new[]
    {
        ("configMap", """{ "name": "m" }"""), ("csi", """{ "driver": "d" }"""), ("downwardAPI", "{}"), ("emptyDir", "{}"), ("ephemeral", "{}"), ("image", """{ "reference": "r" }"""),
        ("persistentVolumeClaim", """{ "claimName": "c" }"""), ("projected", """{ "sources": [] }"""), ("secret", """{ "secretName": "s" }"""), ("hostPath", """{ "path": "/" }"""),
        ("nfs", """{ "server": "s", "path": "/" }"""), ("gitRepo", """{ "repository": "r" }"""), ("azureFile", """{ "secretName": "s", "shareName": "s" }"""), ("azureDisk", """{ "diskName": "d", "diskURI": "u" }"""),
        ("iscsi", """{ "targetPortal": "t", "iqn": "q", "lun": 0 }"""), ("flexVolume", """{ "driver": "d" }"""), ("cephfs", """{ "monitors": [] }"""), ("portworxVolume", """{ "volumeID": "v" }"""),
    }.Select(volume => $$"""[{ "name": "v", "{{volume.Item1}}": {{volume.Item2}} }]""");
}
