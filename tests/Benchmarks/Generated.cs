using System.Text;
using System.Text.Json.Nodes;

namespace LlmOpsSecure.Benchmarks;

/// <summary>A resource of a generated stack.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">Its properties as JSON.</param>
/// <param name="Dependencies">URNs of what it depends on.</param>
internal sealed record Generated(string Type, string Name, string Inputs, string[] Dependencies)
{
    public const string Root = "urn:pulumi:prod::bench::pulumi:pulumi:Stack::bench-prod";

    public string Urn => UrnOf(this.Type, this.Name);

    private static string UrnOf(string type, string name) => $"urn:pulumi:prod::bench::{type}::{name}";

    /// <summary>A stack of so many resources (a multiple of 100): Azure and Kubernetes, about one in ten insecure; the same for the same number.</summary>
    public static IReadOnlyList<Generated> Stack(int count)
    {
        var random = new Random(count);
        string Mostly(string good, string bad) => random.Next(10) == 0 ? bad : good;
        string Hex(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => "0123456789abcdef"[random.Next(16)]));
        var made = new List<Generated>(count);
        for (var block = 0; made.Count < count; block++)
        {
            void Times(int times, Action<string> make)
            {
                for (var i = 0; i < times; i++)
                {
                    make($"{block}-{i}");
                }
            }

            var tags = $$"""{ "cost-center": "cc-{{random.Next(1000)}}", "team": "models", "managed-by": "pulumi" }""";
            var labels = $$"""{ "app.kubernetes.io/name": "app-{{block}}", "app.kubernetes.io/managed-by": "pulumi", "team": "models" }""";
            string Id(string kind, string name) => $"/subscriptions/{Guid.Empty}/resourceGroups/rg-{block}/providers/{kind}/{name}";
            Times(7, n => made.Add(new("kubernetes:core/v1:Namespace", $"ns-{n}", $$"""{ "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": "ns-{{n}}", "labels": {{labels}} } }""", [])));
            Times(7, n => made.Add(new("kubernetes:networking.k8s.io/v1:NetworkPolicy", $"deny-{n}", $$"""{ "apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": { "name": "deny", "namespace": "ns-{{n}}" }, "spec": { "podSelector": {}, "policyTypes": ["Ingress", "Egress"]{{Mostly("", ", \"ingress\": [{ \"from\": [{ \"podSelector\": {} }] }]")}} } }""", [UrnOf("kubernetes:core/v1:Namespace", $"ns-{n}")])));
            Times(8, n => made.Add(new("azure:keyvault/keyVault:KeyVault", $"kv-{n}", $$"""{ "name": "kv-{{n}}", "location": "westeurope", "resourceGroupName": "rg-{{block}}", "skuName": "premium", "tenantId": "{{Guid.Empty}}", "rbacAuthorizationEnabled": true, "publicNetworkAccessEnabled": {{Mostly("false", "true")}}, "purgeProtectionEnabled": {{Mostly("true", "false")}}, "networkAcls": { "bypass": "AzureServices", "defaultAction": "Deny" }, "tags": {{tags}} }""", [])));
            Times(8, n => made.Add(new("azure:monitoring/diagnosticSetting:DiagnosticSetting", $"log-{n}", $$"""{ "name": "log", "targetResourceId": "{{Id("Microsoft.KeyVault/vaults", $"kv-{n}")}}", "logAnalyticsWorkspaceId": "{{Id("Microsoft.OperationalInsights/workspaces", "logs")}}", "enabledLogs": [{ "category": "AuditEvent" }] }""", random.Next(10) == 0 ? [] : [UrnOf("azure:keyvault/keyVault:KeyVault", $"kv-{n}")])));
            Times(8, n => made.Add(new("azure:storage/account:Account", $"st-{n}", $$"""{ "name": "st{{block}}", "location": "westeurope", "resourceGroupName": "rg-{{block}}", "accountTier": "Standard", "accountReplicationType": "ZRS", "allowNestedItemsToBePublic": {{Mostly("false", "true")}}, "minTlsVersion": "{{Mostly("TLS1_2", "TLS1_0")}}", "sharedAccessKeyEnabled": false, "networkRules": { "defaultAction": "Deny", "bypasses": ["AzureServices"] }, "tags": {{tags}} }""", [])));
            Times(4, n => made.Add(new("azure:containerservice/registry:Registry", $"cr-{n}", $$"""{ "name": "cr{{block}}", "location": "westeurope", "resourceGroupName": "rg-{{block}}", "sku": "Premium", "adminEnabled": {{Mostly("false", "true")}}, "publicNetworkAccessEnabled": false, "tags": {{tags}} }""", [])));
            Times(6, n => made.Add(new("azure:containerservice/kubernetesCluster:KubernetesCluster", $"aks-{n}", $$"""{ "name": "aks-{{n}}", "location": "westeurope", "resourceGroupName": "rg-{{block}}", "dnsPrefix": "aks", "privateClusterEnabled": {{Mostly("true", "false")}}, "localAccountDisabled": {{Mostly("true", "false")}}, "roleBasedAccessControlEnabled": true, "azureActiveDirectoryRoleBasedAccessControl": { "azureRbacEnabled": {{Mostly("true", "false")}}, "tenantId": "{{Guid.Empty}}" }, "networkProfile": { "networkPlugin": "azure", "networkPolicy": "cilium", "outboundType": "userDefinedRouting" }, "defaultNodePool": { "name": "system", "vmSize": "Standard_D8s_v5", "nodeCount": 3, "onlyCriticalAddonsEnabled": true, "vnetSubnetId": "{{Id("Microsoft.Network/virtualNetworks", "spoke/subnets/nodes")}}" }, "identity": { "type": "UserAssigned" }, "tags": {{tags}} }""", [])));
            Times(6, n => made.Add(new("azure:network/networkSecurityRule:NetworkSecurityRule", $"rule-{n}", $$"""{ "name": "rule", "networkSecurityGroupName": "nsg", "resourceGroupName": "rg-{{block}}", "priority": {{100 + random.Next(900)}}, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "443", "sourceAddressPrefix": "{{Mostly("10.0.0.0/8", "Internet")}}", "destinationAddressPrefix": "10.1.0.0/16" }""", [])));
            string Container(string name) => $$"""{ "name": "{{name}}", "image": "registry.example.com/models/{{name}}{{Mostly($"@sha256:{Hex(64)}", ":latest")}}", "args": ["--model", "/models/m", "--port=8000"], "env": [{ "name": "LOG_LEVEL", "value": "info" }, { "name": "REGION", "value": "westeurope" }, { "name": "KEY", "valueFrom": { "secretKeyRef": { "name": "keys", "key": "key" } } }], "ports": [{ "containerPort": 8000, "name": "http" }], "resources": { "requests": { "cpu": "500m", "memory": "1Gi" }, "limits": {{Mostly("{ \"cpu\": \"1\", \"memory\": \"2Gi\" }", "{ \"cpu\": \"1\" }")}} }, "securityContext": { "privileged": {{Mostly("false", "true")}}, "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": {{Mostly("true", "false")}}, "capabilities": { "drop": [{{Mostly("\"ALL\"", "\"NET_RAW\"")}}] } }, "livenessProbe": { "httpGet": { "path": "/health", "port": 8000 } }, "readinessProbe": { "httpGet": { "path": "/ready", "port": 8000 } }, "volumeMounts": [{ "name": "tmp", "mountPath": "/tmp" }] }""";
            string PodSpec() => $$"""{ "automountServiceAccountToken": {{Mostly("false", "true")}}, "serviceAccountName": "server", "hostNetwork": {{Mostly("false", "true")}}, "securityContext": { "runAsNonRoot": {{Mostly("true", "false")}}, "runAsUser": 1000, "seccompProfile": { "type": "{{Mostly("RuntimeDefault", "Unconfined")}}" } }, "initContainers": [{{Container("fetch")}}], "containers": [{{Container("server")}}, {{Container("exporter")}}], "volumes": [{ "name": "tmp", "emptyDir": { "sizeLimit": "1Gi" } }{{Mostly("", ", { \"name\": \"host\", \"hostPath\": { \"path\": \"/\" } }")}}] }""";
            Times(30, n => made.Add(new("kubernetes:apps/v1:Deployment", $"app-{n}", $$"""{ "apiVersion": "apps/v1", "kind": "Deployment", "metadata": { "name": "app-{{n}}", "namespace": "ns-{{block}}-{{random.Next(7)}}", "labels": {{labels}} }, "spec": { "replicas": 3, "selector": { "matchLabels": {{labels}} }, "template": { "metadata": { "labels": {{labels}} }, "spec": {{PodSpec()}} } } }""", [])));
            Times(16, n => made.Add(new("kubernetes:core/v1:Pod", $"pod-{n}", $$"""{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "pod-{{n}}", "namespace": "ns-{{block}}-{{random.Next(7)}}", "labels": {{labels}} }, "spec": {{PodSpec()}} }""", [])));
        }

        return made;
    }

    /// <summary>Config maps of which each holds one long text.</summary>
    public static IReadOnlyList<Generated> Strings(int count, int length) =>
        [.. Enumerable.Range(0, count).Select(at => new Generated("kubernetes:core/v1:ConfigMap", $"map-{at}", $$"""{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "map-{{at}}", "namespace": "models" }, "data": { "text": "{{new string((char)('a' + (at % 26)), length)}}" } }""", []))];

    /// <summary>The stack as <c>pulumi stack export</c> writes it.</summary>
    public static string Export(IReadOnlyList<Generated> stack)
    {
        var text = new StringBuilder($$"""{ "version": 3, "deployment": { "manifest": { "time": "2026-01-01T00:00:00Z", "magic": "", "version": "v3.260.0" }, "resources": [{ "urn": "{{Root}}", "custom": false, "type": "pulumi:pulumi:Stack" }""");
        foreach (var resource in stack)
        {
            text.Append(",\n").Append($$"""{ "urn": "{{resource.Urn}}", "custom": true, "id": "id-of-{{resource.Name}}", "type": "{{resource.Type}}", "inputs": {{resource.Inputs}}, "outputs": {{resource.Inputs}}, "parent": "{{Root}}", "dependencies": {{new JsonArray([.. resource.Dependencies.Select(urn => JsonValue.Create(urn))]).ToJsonString()}}, "created": "2026-01-01T00:00:00Z", "modified": "2026-01-01T00:00:00Z" }""");
        }

        return text.Append("] } }").ToString();
    }

    /// <summary>The Kubernetes objects as one YAML stream, in block style as people write it.</summary>
    public static string Manifests(IEnumerable<Generated> resources)
    {
        var text = new StringBuilder();
        foreach (var resource in resources)
        {
            text.Append("---\n");
            Write(JsonNode.Parse(resource.Inputs)!, 0, text);
        }

        return text.ToString();
    }

    private static void Write(JsonNode node, int indent, StringBuilder text)
    {
        foreach (var (name, value) in node is JsonObject map ? map.Select(member => ($"{member.Key}:", member.Value)) : node.AsArray().Select(item => ("-", item)))
        {
            text.Append(' ', indent).Append(name);
            if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
            {
                text.Append('\n');
                Write(value, indent + 2, text);
            }
            else
            {
                text.Append(' ').Append(value?.ToJsonString() ?? "null").Append('\n');
            }
        }
    }
}
