namespace LlmOpsSecure.Infra.Network;

/// <summary>One rule of a subnet's security group.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Inbound">Whether it judges what arrives; otherwise what leaves.</param>
/// <param name="Allow">Whether it allows; otherwise it denies.</param>
/// <param name="Sources">Ranges or service tags that the traffic comes from.</param>
/// <param name="Destinations">Ranges or service tags that it goes to.</param>
/// <param name="Ports">Ports that it goes to.</param>
/// <param name="Protocol">Tcp, Udp or *.</param>
/// <param name="Why">The reason, which people see in the portal.</param>
public sealed record NetworkRule(string Name, bool Inbound, bool Allow, IReadOnlyList<string> Sources, IReadOnlyList<string> Destinations, IReadOnlyList<string> Ports, string Protocol, string Why);
