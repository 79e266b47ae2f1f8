namespace LlmOpsSecure.Infra.Cluster;

/// <summary>What a GPU VM size offers on AKS.</summary>
/// <param name="Name">The VM size.</param>
/// <param name="Gpus">GPUs of one node.</param>
/// <param name="MemoryGiB">Memory of one GPU.</param>
/// <param name="Mig">Whether its GPUs can be split in hardware.</param>
/// <param name="Confidential">Whether GPU and node memory are encrypted in use, which rules out MIG, FIPS and a driver installed by AKS.</param>
public sealed record GpuSku(string Name, int Gpus, int MemoryGiB, bool Mig, bool Confidential = false);
