using LlmOpsSecure.Policies.Model;
using Stack = LlmOpsSecure.Policies.Model.Stack;

namespace LlmOpsSecure.Infra.Tests.Mutations;

/// <summary>A compliant stack with one insecure change.</summary>
/// <param name="Stack">The stack after the change.</param>
/// <param name="Changed">The resource that was changed or added; null where one was taken away.</param>
internal sealed record Mutant(Stack Stack, Resource? Changed)
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["azure:authorization/assignment:Assignment"] = "azure:role/assignment:Assignment",
        ["azure:authorization/userAssignedIdentity:UserAssignedIdentity"] = "azure:msi/userAssignedIdentity:UserAssignedIdentity",
        ["azure:servicebus/namespace:Namespace"] = "azure:eventhub/namespace:Namespace",
        ["azure:servicebus/queue:Queue"] = "azure:eventhub/queue:Queue",
        ["kubernetes:apps/v1:Deployment"] = "kubernetes:extensions/v1beta1:Deployment",
        ["kubernetes:networking.k8s.io/v1:NetworkPolicy"] = "kubernetes:extensions/v1beta1:NetworkPolicy",
        ["kubernetes:core/v1:Service"] = "kubernetes:v1:Service",
    };

    /// <summary>Whether a change can be hidden in that way from where it is made.</summary>
    public static bool Allows(Mutation mutation, Target target, Disguise disguise)
    {
        var sets = mutation.Change.StartsWith("= ", StringComparison.Ordinal);
        var changes = target.Resource is not null && !mutation.Path.StartsWith('(');
        return disguise switch
        {
            Disguise.None => true,
            Disguise.Secret => changes && (sets || mutation.Change.StartsWith("+ ", StringComparison.Ordinal)),
            Disguise.Text => changes && sets && PropertyValue.Parse(mutation.Change[2..]).Kind is PropertyKind.Boolean or PropertyKind.Number,
            Disguise.Unknown => changes && sets,
            Disguise.List => changes && target.Resource!.Type.StartsWith("kubernetes:", StringComparison.Ordinal),
            Disguise.Patch => changes && sets && target.Resource!.Type.StartsWith("kubernetes:", StringComparison.Ordinal),
            Disguise.InitContainer => mutation.Path.StartsWith("containers[].securityContext", StringComparison.Ordinal) || mutation.Path.StartsWith("containers[].image", StringComparison.Ordinal),
            _ => changes && Aliases.ContainsKey(target.Resource!.Type),
        };
    }

    /// <summary>Makes the change in a stack.</summary>
    public static Mutant Of(Stack stack, Mutation mutation, Target target, Disguise disguise)
    {
        if (mutation.Path == "(gone)")
        {
            return new(Rebuilt(stack, stack.Resources.Where(resource => resource != target.Resource), disguise), null);
        }

        if (mutation.Path.Split(' ') is ["(beside)" or "(new)", var type])
        {
            var added = new Resource { Type = type, Name = "added", Urn = $"urn:pulumi:test::llmopssecure::{type}::added", Properties = PropertyValue.Parse(target.Filled(mutation.Change[2..])) };
            return new(Rebuilt(stack, stack.Resources.Append(added), disguise), added);
        }

        var changed = Disguised(target, disguise, Properties(mutation, target, disguise));
        return new(Rebuilt(stack, stack.Resources.Select(resource => resource == target.Resource ? changed : resource), disguise), changed);
    }

    private static Stack Rebuilt(Stack stack, IEnumerable<Resource> resources, Disguise disguise) => new([.. resources]) { Name = stack.Name, Project = stack.Project, IsPreview = disguise == Disguise.Unknown };

    private static PropertyValue Properties(Mutation mutation, Target target, Disguise disguise)
    {
        var root = target.Resource!.Properties;
        if (mutation.Change == "delete")
        {
            return Values.With(root, target.Place, null);
        }

        if (mutation.Change.Split(' ', 2) is not [var verb, var text] || verb == "without")
        {
            var begin = mutation.Change["without ".Length..];
            return Values.With(root, target.Place, PropertyValue.ListOf(Values.At(root, target.Place)!.Inner.Items.Where(item => !item.Text.StartsWith(begin, StringComparison.Ordinal))));
        }

        var value = PropertyValue.Parse(text);
        if (verb == "instead")
        {
            return value.Members.Aggregate(Values.With(root, target.Place, null), (properties, member) => Values.With(properties, [member.Key], member.Value));
        }

        value = disguise switch
        {
            Disguise.Secret => PropertyValue.SecretOf(value),
            Disguise.Text => PropertyValue.Of(text),
            Disguise.Unknown => PropertyValue.Unknown,
            _ => value,
        };
        return Values.With(root, target.Place, verb == "=" ? value : PropertyValue.ListOf([.. Values.At(root, target.Place)?.Inner.Items ?? [], value]));
    }

    private static Resource Disguised(Target target, Disguise disguise, PropertyValue properties)
    {
        var resource = target.Resource!;
        switch (disguise)
        {
            case Disguise.List:
                return Retyped(resource, resource.Type + "List", PropertyValue.MapOf([new("items", PropertyValue.ListOf([properties]))]));
            case Disguise.Patch:
                return Retyped(resource, resource.Type + "Patch", properties);
            case Disguise.Alias:
                return Retyped(resource, Aliases[resource.Type], properties);
            case Disguise.InitContainer:
                var container = target.Place.Take(target.PodSteps + 2).ToList();
                var init = PropertyValue.ListOf([Values.At(properties, container)!]);
                var others = PropertyValue.ListOf(Values.At(resource.Properties, container[..^1])!.Inner.Items);
                return Retyped(resource, resource.Type, Values.With(Values.With(properties, container[..^1], others), [.. container[..^2], "initContainers"], init));
            default:
                return resource.With(properties);
        }
    }

    private static Resource Retyped(Resource resource, string type, PropertyValue properties) => new()
    {
        Type = type,
        Name = resource.Name,
        Urn = resource.Urn.Replace(resource.Type + "::", type + "::", StringComparison.Ordinal),
        Properties = properties,
        Id = resource.Id,
        Parent = resource.Parent,
        Options = resource.Options,
    };
}
