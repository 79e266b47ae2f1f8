namespace Pulumi;

/// <summary>The run that a program is part of.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment deployment;

    internal DeploymentInstance(Deployment deployment) => this.deployment = deployment;

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => this.deployment.IsDryRun;

    /// <summary>The organization.</summary>
    public string OrganizationName => this.deployment.Settings.Organization;

    /// <summary>The project.</summary>
    public string ProjectName => this.deployment.ProjectName;

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string RootDirectory => this.deployment.Settings.RootDirectory;

    /// <summary>The stack.</summary>
    public string StackName => this.deployment.StackName;

    /// <summary>Calls a function of a provider. Not called while an argument is unknown; the result is then unknown.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => this.deployment.Invoke<T>(token, args, options, null, single: false);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) => this.deployment.Invoke<T>(token, args, options, registerPackageRequest, single: false);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => this.deployment.Invoke<T>(token, args, options, null, single: false);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) => this.deployment.Invoke<T>(token, args, options, registerPackageRequest, single: false);

    /// <summary>Calls a function of a provider whose result has one member, and takes that.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) => this.deployment.Invoke<T>(token, args, options, null, single: true);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) => this.deployment.Invoke<T>(token, args, options, registerPackageRequest, single: true);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) => this.deployment.Invoke<T>(token, args, options, null, single: true);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) => this.deployment.Invoke<T>(token, args, options, registerPackageRequest, single: true);

    /// <summary>Calls a function of a provider with plain arguments.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => this.deployment.InvokeAsync<T>(token, args, options, null, single: false);

    /// <inheritdoc cref="InvokeAsync{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) => this.deployment.InvokeAsync<T>(token, args, options, registerPackageRequest, single: false);

    /// <summary>Calls a function of a provider for its effect.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => this.deployment.InvokeAsync<object>(token, args, options, null, single: false);

    /// <summary>Calls a function of a provider for its effect.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) => this.deployment.InvokeAsync<object>(token, args, options, registerPackageRequest, single: false);

    /// <summary>Calls a function of a provider whose result has one member, and takes that.</summary>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => this.deployment.InvokeAsync<T>(token, args, options, null, single: true);

    /// <inheritdoc cref="InvokeSingleAsync{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) => this.deployment.InvokeAsync<T>(token, args, options, registerPackageRequest, single: true);

    /// <summary>Calls a method of a resource.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) => this.deployment.Call<T>(token, args, self, options, null);

    /// <summary>Calls a method of a resource.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) => this.deployment.Call<T>(token, args, self, options, registerPackageRequest);

    /// <summary>Calls a method of a resource for its effect.</summary>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) => this.deployment.Call<object>(token, args, self, options, null);

    /// <summary>Calls a method of a resource for its effect.</summary>
    public void Call(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) => this.deployment.Call<object>(token, args, self, options, registerPackageRequest);
}
