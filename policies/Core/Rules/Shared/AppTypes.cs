namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>The types of web and function apps and of their slots, which share their settings.</summary>
internal static class AppTypes
{
    public static IReadOnlyList<string> Web { get; } = ["azure:appservice/appService:AppService", "azure:appservice/linuxWebApp:LinuxWebApp", "azure:appservice/windowsWebApp:WindowsWebApp", "azure:appservice/slot:Slot", "azure:appservice/linuxWebAppSlot:LinuxWebAppSlot", "azure:appservice/windowsWebAppSlot:WindowsWebAppSlot"];

    public static IReadOnlyList<string> Functions { get; } = ["azure:appservice/functionApp:FunctionApp", "azure:appservice/functionAppSlot:FunctionAppSlot", "azure:appservice/linuxFunctionApp:LinuxFunctionApp", "azure:appservice/windowsFunctionApp:WindowsFunctionApp", "azure:appservice/linuxFunctionAppSlot:LinuxFunctionAppSlot", "azure:appservice/windowsFunctionAppSlot:WindowsFunctionAppSlot"];

    public static IReadOnlyList<string> All { get; } = [.. Web, .. Functions];
}
