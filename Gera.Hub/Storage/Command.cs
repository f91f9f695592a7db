using System.Diagnostics;

namespace Gera.Hub.Storage;

/// <summary>A program that runs, ends and is asked what it said.</summary>
internal static class Command
{
    /// <summary>Runs to the end, with nothing to read. Returns the exit code, or 127 when there is no such program.</summary>
    public static async Task<(int Code, string Said)> Run(IEnumerable<string> line, CancellationToken stop)
    {
        string[] words = [.. line];
        if (Find(words[0]) is not { } program) return (127, $"{words[0]} is not installed");
        var info = new ProcessStartInfo(program, words[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetPathRoot(Path.GetFullPath(".")),
        };
        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        try
        {
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
            await process.WaitForExitAsync(stop);
            return (process.ExitCode, string.Concat(said).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>The program's path; also from the folders of the system's own tools, which an ordinary user's PATH may lack.</summary>
    public static string? Find(string program)
    {
        if (Path.IsPathRooted(program)) return File.Exists(program) ? program : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Append("/sbin");
        return folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }
}
