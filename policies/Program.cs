using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;

return await PolicyPackServer.RunAsync(PolicyPack.Kit, args, Console.Out, Console.Error);
