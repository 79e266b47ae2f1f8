using LlmOpsSecure.Infra;
using LlmOpsSecure.Infra.Configuration;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    try
    {
        return StackProgram.Define(SettingsReader.FromEnvironment());
    }
    catch (SettingsException errors)
    {
        throw new RunException(errors.Message, errors);
    }
});
