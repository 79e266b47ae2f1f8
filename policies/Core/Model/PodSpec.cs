using LlmOpsSecure.Policies.Adapters;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Model;

/// <summary>The pods that a resource makes: the one place that knows where each kind keeps its pod template.</summary>
public sealed class PodSpec
{
    private static readonly Dictionary<string, string[]> Templates = new(StringComparer.Ordinal)
    {
        ["kubernetes:core:Pod"] = [""],
        ["kubernetes:core:PodTemplate"] = ["template"],
        ["kubernetes:core:ReplicationController"] = ["spec.template"],
        ["kubernetes:apps:Deployment"] = ["spec.template"],
        ["kubernetes:apps:StatefulSet"] = ["spec.template"],
        ["kubernetes:apps:DaemonSet"] = ["spec.template"],
        ["kubernetes:apps:ReplicaSet"] = ["spec.template"],
        ["kubernetes:batch:Job"] = ["spec.template"],
        ["kubernetes:batch:CronJob"] = ["spec.jobTemplate.spec.template"],
        ["kubernetes:extensions.agents.x-k8s.io:SandboxTemplate"] = ["spec.podTemplate"],
        ["kubernetes:agents.x-k8s.io:Sandbox"] = ["spec.podTemplate"],
        ["kubernetes:apps.openshift.io:DeploymentConfig"] = ["spec.template"],
        ["kubernetes:core:DeploymentConfig"] = ["spec.template"],
        ["kubernetes:serving.knative.dev:Service"] = ["spec.template"],
        ["kubernetes:serving.knative.dev:Configuration"] = ["spec.template"],
        ["kubernetes:serving.knative.dev:Revision"] = [""],
        ["kubernetes:sources.knative.dev:ContainerSource"] = ["spec.template"],
        ["kubernetes:keda.sh:ScaledJob"] = ["spec.jobTargetRef.template"],
        ["kubernetes:jobset.x-k8s.io:JobSet"] = ["spec.replicatedJobs[].template.spec.template"],
        ["kubernetes:argoproj.io:Rollout"] = ["spec.template"],
        ["kubernetes:apps.kruise.io:CloneSet"] = ["spec.template"],
        ["kubernetes:apps.kruise.io:DaemonSet"] = ["spec.template"],
        ["kubernetes:apps.kruise.io:StatefulSet"] = ["spec.template"],
        ["kubernetes:batch.volcano.sh:Job"] = ["spec.tasks[].template"],
        ["kubernetes:kubeflow.org:PyTorchJob"] = ["spec.pytorchReplicaSpecs.Master.template", "spec.pytorchReplicaSpecs.Worker.template"],
        ["kubernetes:serving.kserve.io:ServingRuntime"] = [""],
        ["kubernetes:serving.kserve.io:ClusterServingRuntime"] = [""],
        ["kubernetes:leaderworkerset.x-k8s.io:LeaderWorkerSet"] = ["spec.leaderWorkerTemplate.leaderTemplate", "spec.leaderWorkerTemplate.workerTemplate"],
        ["kubernetes:ray.io:RayCluster"] = ["spec.headGroupSpec.template", "spec.workerGroupSpecs[].template"],
        ["kubernetes:ray.io:RayService"] = ["spec.rayClusterConfig.headGroupSpec.template", "spec.rayClusterConfig.workerGroupSpecs[].template"],
        ["kubernetes:ray.io:RayJob"] = ["spec.rayClusterSpec.headGroupSpec.template", "spec.rayClusterSpec.workerGroupSpecs[].template"],
    };

    private IReadOnlyList<ModelServer>? servers;
    private object[] memory = [];

    private PodSpec(Resource owner, Field template)
    {
        this.Owner = owner;
        this.Metadata = template.Member("metadata");
        this.Spec = template.Member("spec");
        this.Containers = [.. Read("initContainers", ContainerRole.Init), .. Read("containers", ContainerRole.Normal), .. Read("ephemeralContainers", ContainerRole.Ephemeral)];

        IEnumerable<Container> Read(string member, ContainerRole role) => this.Spec.Member(member).Items.Select(field => new Container(field, role, this));
    }

    /// <summary>The resource that makes the pods.</summary>
    public Resource Owner { get; }

    /// <summary>The pods' metadata: labels and annotations.</summary>
    public Field Metadata { get; }

    /// <summary>The pod specification.</summary>
    public Field Spec { get; }

    /// <summary>All containers: init, normal and ephemeral, in this order.</summary>
    public IReadOnlyList<Container> Containers { get; }

    /// <summary>The namespace of the pods: <c>default</c> if absent; null while it is not known.</summary>
    public string? Namespace => this.Owner.Root["metadata.namespace"] is { IsUnknown: false } space ? space.AsText ?? "default" : null;

    /// <summary>Whether the pods run on Windows, where some Linux fields have no meaning.</summary>
    public bool IsWindows => this.Spec["os.name"].AsText == "windows";

    /// <summary>The model servers among the containers.</summary>
    public IReadOnlyList<ModelServer> Servers => this.servers ??= ModelServer.In(this);

    /// <summary>What is read from the pod once, however many policies need it.</summary>
    internal T Once<T>(Func<PodSpec, T> read)
        where T : class
    {
        foreach (var one in this.memory)
        {
            if (one is T known)
            {
                return known;
            }
        }

        var made = read(this);
        this.memory = [.. this.memory, made];
        return made;
    }

    /// <summary>The place below the pod specification.</summary>
    public Field this[string path] => this.Spec[path];

    /// <summary>Whether resources of that type make pods.</summary>
    public static bool IsWorkload(string type) => Templates.ContainsKey(TypeToken.Canonical(type));

    /// <summary>Whether resources of that type say which pods are let in, and so are judged by the policies for Pod Security.</summary>
    public static bool IsAdmission(string type) => AdmittedPod.Is(type);

    /// <summary>The pods that a resource makes, or the most dangerous one that it lets in; none for other resources and where the resource has no pod template.</summary>
    public static IEnumerable<PodSpec> Of(Resource resource)
    {
        if (IsAdmission(resource.Type))
        {
            yield return new(resource, new Field(resource, Place.Root, AdmittedPod.Template(resource)));
            yield break;
        }

        foreach (var template in TemplatesOf(resource.Type, resource.Root))
        {
            if (template.IsUnknown || !template.Member("spec").IsAbsent)
            {
                yield return new(resource, template);
            }
        }
    }

    /// <summary>The pod templates of an object of that type; absent ones among them.</summary>
    internal static IEnumerable<Field> TemplatesOf(string type, Field root) => Templates.TryGetValue(TypeToken.Canonical(type), out var paths) ? paths.SelectMany(path => Follow(root, path)) : [];

    private static IEnumerable<Field> Follow(Field root, string path)
    {
        var cut = path.IndexOf("[].", StringComparison.Ordinal);
        return path.Length == 0 ? [root] : cut < 0 ? [root[path]] : root[path[..cut]].Items.Select(item => item[path[(cut + 3)..]]);
    }
}
