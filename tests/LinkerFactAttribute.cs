namespace LlmOpsSecure.Tests;

/// <summary>A test that needs a C compiler and zlib's headers to link; without them it is skipped, saying so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinkerFactAttribute : FactAttribute
{
    public LinkerFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/include/zlib.h") || !(File.Exists("/usr/bin/gcc") || File.Exists("/usr/bin/clang")))
        {
            this.Skip = "Needs Linux with gcc or clang, and zlib1g-dev.";
        }
    }
}
