using System.Collections.Generic;
using System.Linq;

namespace LlmOpsSecure.SchemaGenerator;

/// <summary>The official packages' naming rules: namespaces of modules, names of types and members.</summary>
internal static class Names
{
    // Modules whose namespace is not simply the capitalised module name.
    private static readonly Dictionary<string, string> Modules = new[]
    {
        "AIFoundry", "AadB2C", "AnalysisServices", "ApiManagement", "AppConfiguration", "AppInsights", "AppPlatform", "AppService", "ArcKubernetes", "ArcMachine", "ArmMsi", "ChaosStudio",
        "ConfidentialLedger", "ContainerApp", "ContainerService", "CosmosDB", "CostManagement", "CustomIp", "DataBricks", "DataFactory", "DataProtection", "DataShare", "DatabaseMigration",
        "DataboxEdge", "DesktopVirtualization", "DevCenter", "DevTest", "DigitalTwins", "DomainServices", "ElasticCloud", "ElasticSan", "EventGrid", "EventHub", "ExpressRoute", "ExtendedLocation",
        "FluidRelay", "FrontDoor", "HDInsight", "IotCentral", "KeyVault", "LoadTest", "LogAnalytics", "LogicApps", "MSSql", "MachineLearning", "ManagedApplication", "ManagedLustre", "ManagedRedis",
        "ManagementGroups", "ManagementResource", "MongoCluster", "MySql", "NetApp", "NetworkFunction", "NewRelic", "NotificationHub", "OperationalInsights", "PaloAlto", "PostgreSql", "PowerBI",
        "PrivateDns", "PrivateLink", "RecoveryServices", "RedHatOpenShift", "SecurityCenter", "ServiceBus", "ServiceFabric", "SignalR", "SiteRecovery", "StreamAnalytics", "SystemCenter",
        "TrafficManager", "TrustedSigning", "VideoIndexer", "WebPubSub", "WorkloadsSAP",

        // Kubernetes groups; the misspelling is the official one.
        "AdmissionRegistration", "AuditRegistraion", "ApiExtensions", "ApiRegistration", "FlowControl", "StorageMigration",
    }.ToDictionary(name => name.ToLowerInvariant());

    /// <summary>The namespace below the package's: empty for <c>index</c>, <c>ContainerService</c>, <c>Core.V1</c>.</summary>
    public static string Namespace(string module)
    {
        if (module is "" or "index")
        {
            return "";
        }

        if (module == "auditregistration/v1alpha1")
        {
            return "AuditRegistraion.V1Alpha1";
        }

        return string.Join(".", module.Split('/').Select(part => Modules.TryGetValue(part, out var known) ? known : Version(part) ?? Upper(part.Split('.')[0] is var group && Modules.TryGetValue(group, out var name) ? name : part.Split('.')[0])));
    }

    /// <summary>A member's name: first letter upper, hyphens and dollars gone.</summary>
    public static string Member(string wire) => wire == "kubeconfig" ? "KubeConfig" : string.Concat(wire.TrimStart('$').Split('-').Select(Upper));

    public static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    // v1beta1 is V1Beta1.
    private static string? Version(string part) => part.Length > 1 && part[0] == 'v' && char.IsDigit(part[1]) ? "V" + part.Substring(1).Replace("alpha", "Alpha").Replace("beta", "Beta") : null;
}
