using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class MediaAreBounded() : ServerPolicy(new PolicyInfo
{
    Id = "serving-media-are-bounded",
    Title = "Media come from named places or not at all",
    Why = "A server that fetches the address in a prompt reaches inside your network, and its decoders have run code (CVE-2026-24779, CVE-2026-22778).",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0049")],
    Remediation = "Set --limit-mm-per-prompt to 0 for each kind, or --allowed-media-domains with VLLM_MEDIA_URL_ALLOW_REDIRECTS=0; remove --allowed-local-media-path.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--limit-mm-per-prompt={\"image\":0,\"video\":0,\"audio\":0}"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--allowed-media-domains", "media.example.com"], "env": [{ "name": "VLLM_MEDIA_URL_ALLOW_REDIRECTS", "value": "0" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--language-model-only"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--limit-mm-per-prompt={\"image\":4,\"video\":0,\"audio\":0}"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--allowed-media-domains", "media.example.com"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--limit-mm-per-prompt={\"image\":0,\"video\":0,\"audio\":0}", "--allowed-local-media-path=/data"] }] }"""],
}, ServingEngine.Vllm)
{
    protected override IEnumerable<Finding> Check(ModelServer server)
    {
        var local = server.Option("allowed-local-media-path");
        if (local.IsOn)
        {
            yield return local.Violation("not set --allowed-local-media-path");
        }

        var limit = server.Option("limit-mm-per-prompt");
        if (server.Option("language-model-only").IsOn || new[] { "image", "video", "audio" }.All(kind => limit.Member(kind).AsNumber == 0))
        {
            yield break;
        }

        var domains = server.Option("allowed-media-domains");
        foreach (var finding in domains.IsKnown ? server.Variable("VLLM_MEDIA_URL_ALLOW_REDIRECTS").Must("set VLLM_MEDIA_URL_ALLOW_REDIRECTS=0", setting => !setting.IsOn)
            : limit.Must("allow no images, videos and audio, or set --allowed-media-domains", _ => false))
        {
            yield return finding;
        }
    }
}
