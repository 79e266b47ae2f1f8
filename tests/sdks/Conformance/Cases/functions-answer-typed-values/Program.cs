// Functions of providers answer typed values; a list that is not answered is empty.
using Pulumi;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Azure.Core;
return await Deployment.RunAsync(() =>
{
    var key = new Pulumi.Tls.PrivateKey("key", new Pulumi.Tls.PrivateKeyArgs { Algorithm = "RSA", RsaBits = 4096 });
    var pub = Pulumi.Tls.GetPublicKey.Invoke(new Pulumi.Tls.GetPublicKeyInvokeArgs { PrivateKeyPem = "literal" });
    var kv = Pulumi.Azure.KeyVault.GetKeyVault.Invoke(new Pulumi.Azure.KeyVault.GetKeyVaultInvokeArgs { Name = "n", ResourceGroupName = "g" });
    return new Dictionary<string, object?> { ["pub"] = pub.Apply(p => p.PublicKeyOpenssh), ["pem"] = pub.Apply(p => p.PublicKeyPem), ["kv"] = kv.Apply(k => k.AccessPolicies[0].KeyPermissions[0]), ["acls"] = kv.Apply(k => k.NetworkAcls.Length), ["tags"] = kv.Apply(k => k.Tags["a"]), ["rbac"] = kv.Apply(k => k.TenantId), ["key"] = key.PrivateKeyPem };
});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } }
sealed class Thing(string name, ThingArgs args, CustomResourceOptions? o = null) : CustomResource("kit:index:Thing", name, args, o) { [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); }
