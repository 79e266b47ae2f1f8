namespace LlmOpsSecure.Policies.Model;

/// <summary>A threat to self-hosted language models that the kit answers.</summary>
public enum Threat
{
    /// <summary>Stealing weights, or extracting the model through its API.</summary>
    ModelStealing,

    /// <summary>Making the model's tools do what their owner did not mean.</summary>
    ToolExploitation,

    /// <summary>Exploiting a decision that the model makes.</summary>
    DecisionExploitation,

    /// <summary>Tying up the model server with inputs.</summary>
    ResourceExhaustion,

    /// <summary>From a prompt to the runtime, the node and the cloud.</summary>
    FullStack,

    /// <summary>Tampered models, images, charts or packages.</summary>
    SupplyChain,

    /// <summary>Disclosure of prompts, answers or secrets.</summary>
    Disclosure,
}
