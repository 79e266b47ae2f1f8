namespace Pulumi;

/// <summary>A parameterised package that a resource or function comes from.</summary>
/// <param name="name">The package's name.</param>
/// <param name="version">Its version.</param>
/// <param name="downloadUrl">Where its plugin is downloaded from.</param>
/// <param name="checksums">Checksums of the plugin by platform.</param>
/// <param name="parameterization">The parameter; null if there is none.</param>
/// <param name="extension">The parameter of a package that extends another; null if there is none.</param>
public sealed class RegisterPackageRequest(
    string name,
    string version,
    string? downloadUrl,
    Dictionary<string, byte[]>? checksums = null,
    RegisterPackageRequest.PackageParameterization? parameterization = null,
    RegisterPackageRequest.PackageParameterization? extension = null)
{
    /// <summary>A parameterised package.</summary>
    /// <param name="name">The package's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="downloadUrl">Where its plugin is downloaded from.</param>
    /// <param name="checksums">Checksums of the plugin by platform.</param>
    /// <param name="parameterization">The parameter; null if there is none.</param>
    public RegisterPackageRequest(string name, string version, string? downloadUrl, Dictionary<string, byte[]>? checksums, PackageParameterization? parameterization)
        : this(name, version, downloadUrl, checksums, parameterization, null)
    {
    }

    /// <summary>Checksums of the plugin by platform.</summary>
    public Dictionary<string, byte[]> Checksums { get; } = checksums ?? [];

    /// <summary>Where its plugin is downloaded from.</summary>
    public string DownloadUrl { get; } = downloadUrl ?? "";

    /// <summary>The parameter of a package that extends another; null if there is none.</summary>
    public PackageParameterization? Extension { get; } = extension;

    /// <summary>The package's name.</summary>
    public string Name { get; } = name;

    /// <summary>The parameter; null if there is none.</summary>
    public PackageParameterization? Parameterization { get; } = parameterization;

    /// <summary>Its version.</summary>
    public string Version { get; } = version;

    /// <summary>The parameter of a package.</summary>
    /// <param name="name">The name of the package that it makes.</param>
    /// <param name="version">The version of that package.</param>
    /// <param name="value">The parameter itself.</param>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        /// <summary>The name of the package that it makes.</summary>
        public string Name { get; } = name;

        /// <summary>The parameter itself.</summary>
        public byte[] Value { get; } = value;

        /// <summary>The version of that package.</summary>
        public string Version { get; } = version;
    }
}
