using LlmOpsSecure.Attacks.Guard;

// `dotnet test` tries the attacks. Run as a program it measures what the guard costs; docs/performance.md says how.
await GuardCost.RunAsync();
