namespace LlmOpsSecure.Policies.Serving;

/// <summary>A program that serves language models.</summary>
public enum ServingEngine
{
    /// <summary>vLLM.</summary>
    Vllm,

    /// <summary>SGLang.</summary>
    Sglang,

    /// <summary>Text Generation Inference of Hugging Face.</summary>
    Tgi,

    /// <summary>NVIDIA Triton Inference Server.</summary>
    Triton,

    /// <summary>Ollama.</summary>
    Ollama,

    /// <summary>The server of llama.cpp.</summary>
    LlamaCpp,
}
