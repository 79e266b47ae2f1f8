namespace LlmOpsSecure.Infra.Admission;

/// <summary>The rules of the cluster.</summary>
public static class AdmissionRules
{
    private static readonly string[] AllRoles = ["models", "gateway", "edge", "sandbox", "decisions"];
    private static readonly string[] Pods = ["pods"];
    private static readonly string[] Write = ["CREATE", "UPDATE"];

    private static readonly (string Name, string Expression) Containers = ("containers", "object.spec.containers + object.spec.?initContainers.orValue([]) + object.spec.?ephemeralContainers.orValue([])");

    // vLLM takes a flag with hyphens or underscores, and its value after a space or an equals sign.
    private static readonly (string Name, string Expression) Flags = ("flags", "variables.containers.map(c, c.?command.orValue([]) + c.?args.orValue([])).map(words, words.map(word, word.split('=')[0].replace('_', '-')))");

    /// <summary>All rules of a stack whose images come from this registry.</summary>
    public static IReadOnlyList<AdmissionRule> Of(string registry) =>
    [
        new("images-are-pinned", AllRoles, [], Write, ["pods", "pods/ephemeralcontainers"], [Containers],
            [($"variables.containers.all(c, c.image.matches('^{registry.Replace(".", "[.]", StringComparison.Ordinal)}/[a-z0-9./_-]+(:[A-Za-z0-9._-]+)?@sha256:[0-9a-f]{{64}}$'))", $"images must come from {registry} by digest")]),
        new("sandboxes-run-in-virtual-machines", ["sandbox"], [], Write, Pods, [],
            [($"object.spec.?runtimeClassName.orValue('') == '{Sandbox.SandboxRuntime.Class}'", $"pods here must have the runtime class {Sandbox.SandboxRuntime.Class}")]),
        new("pods-carry-no-token", ["models", "edge", "sandbox"], [], Write, Pods, [],
            [
                ("object.spec.?automountServiceAccountToken.orValue(true) == false", "automountServiceAccountToken must be false"),
                ("object.spec.?volumes.orValue([]).all(v, v.?projected.?sources.orValue([]).all(s, !has(s.serviceAccountToken)))", "no volume may project a service account token"),
            ]),
        new("sandboxes-hold-no-secrets", ["sandbox"], [], Write, Pods, [Containers],
            [
                ("object.spec.?volumes.orValue([]).all(v, !has(v.secret) && !has(v.csi) && v.?projected.?sources.orValue([]).all(s, !has(s.secret)))", "no volume may hold a secret"),
                ("variables.containers.all(c, c.?envFrom.orValue([]).all(e, !has(e.secretRef)) && c.?env.orValue([]).all(e, !has(e.valueFrom) || !has(e.valueFrom.secretKeyRef)))", "no variable may hold a secret"),
            ]),
        new("gpus-are-for-models", [], ["models"], Write, Pods, [Containers],
            [
                ("object.spec.?tolerations.orValue([]).all(t, t.?key.orValue('') != 'sku' && (t.?key.orValue('') != '' || t.?operator.orValue('Equal') != 'Exists'))", "only pods of model namespaces may tolerate the taint of GPU nodes"),
                ("variables.containers.all(c, !('nvidia.com/gpu' in c.?resources.?limits.orValue({})))", "only pods of model namespaces may ask for a GPU"),
            ]),
        new("model-servers-keep-their-flags", ["models"], [], Write, Pods, [Containers, Flags],
            [
                ("variables.flags.all(words, words.all(word, !(word in ['--trust-remote-code', '--allowed-local-media-path', '--enable-prompt-embeds', '--enable-mm-embeds', '--tool-server', '--enable-lora', '--enable-log-requests', '--enable-log-outputs', '--trust-request-chat-template', '--api-key', '--config'])))",
                    "a flag of the model server is not allowed: code of the model's, prompts in logs, tools, and keys in arguments"),
                ("variables.containers.all(c, c.name != 'vllm' || ['--host=127.0.0.1', '--max-logprobs=0', '--load-format=safetensors'].all(flag, flag in c.?args.orValue([])))", "vllm must have --host=127.0.0.1, --max-logprobs=0 and --load-format=safetensors"),
                ("variables.containers.all(c, c.?env.orValue([]).all(e, !(e.name in ['VLLM_SERVER_DEV_MODE', 'VLLM_ALLOW_RUNTIME_LORA_UPDATING', 'PYTHONOPTIMIZE', 'NVIDIA_VISIBLE_DEVICES', 'LD_PRELOAD'])))", "a variable of the model server is not allowed"),
            ]),
        new("nobody-enters-a-pod", AllRoles, [], ["CONNECT"], ["pods/exec", "pods/attach", "pods/portforward"], [], [("false", "nobody opens a shell or a port in a pod of the system")]),
        new("nobody-debugs-a-pod", ["models", "sandbox", "edge"], [], Write, ["pods/ephemeralcontainers"], [], [("false", "nobody adds a container to a running pod of the system")]),
        new("services-stay-inside", ["models", "edge", "sandbox", "decisions"], [], Write, ["services"], [],
            [("object.spec.?type.orValue('ClusterIP') == 'ClusterIP' && size(object.spec.?externalIPs.orValue([])) == 0", "services must be of type ClusterIP without external addresses")]),
    ];
}
