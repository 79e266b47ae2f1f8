namespace LlmOpsSecure.Infra.Configuration;

/// <summary>How traffic leaves the network.</summary>
public enum EgressMode
{
    /// <summary>Through an Azure Firewall Premium of the stack's own.</summary>
    Firewall,

    /// <summary>Through the firewall of a hub network that the stack is peered with.</summary>
    Hub,

    /// <summary>Not at all: images come from the stack's registry, tools are off.</summary>
    None,
}
