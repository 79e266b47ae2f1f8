using System.Text;

namespace LlmOpsSecure.Cli.Output;

/// <summary>Writes files beside their place and renames them, so that nobody ever sees half of one.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public static void Write(string path, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            Directory.CreateDirectory(folder);
            var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
            try
            {
                using (var file = File.Create(beside))
                {
                    write(file);
                }

                File.Move(beside, path, overwrite: true);
            }
            finally
            {
                File.Delete(beside);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Readers.InputException(path, $"the file cannot be written: {error.Message}");
        }
    }
}
