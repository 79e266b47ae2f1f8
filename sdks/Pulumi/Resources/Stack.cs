namespace Pulumi;

/// <summary>The root of all resources. A program may derive from it: its public properties marked <see cref="OutputAttribute"/> are the stack's outputs.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack.</summary>
    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.InternalInstance.ProjectName}-{Deployment.InternalInstance.StackName}", new ComponentResourceOptions { ResourceTransformations = options?.ResourceTransformations ?? [] }) =>
        Deployment.InternalInstance.Stack = this;

    /// <summary>Registers the properties as outputs, once the constructor has set them.</summary>
    internal void RegisterPropertyOutputs()
    {
        var properties = OutputProperties(this).Where(property => property.DeclaringType != typeof(Resource)).ToList();
        var missing = properties.Where(property => property.GetValue(this) is null).Select(NameOf).ToList();
        if (missing.Count > 0)
        {
            throw new RunException($"Output(s) '{string.Join(", ", missing)}' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        }

        var wrong = properties.Where(property => property.GetValue(this) is not IOutput).Select(NameOf).ToList();
        if (wrong.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        this.RegisterOutputs();
    }

    internal void RegisterOutputs(Output<IDictionary<string, object?>> outputs, bool asStack) => this.RegisterOutputs(outputs);
}
