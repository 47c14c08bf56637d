using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using SdkGen.Benchmarks.Reports;

namespace SdkGen.Benchmarks.Startup;

/// <summary>The same program with each library, as native code: its size, the warnings of its publishing, and the time from start to end.</summary>
internal static partial class NativePrograms
{
    /// <summary>A published program.</summary>
    /// <param name="Megabytes">The size of the one file that has to be there.</param>
    /// <param name="Milliseconds">The median from start to end.</param>
    /// <param name="Warnings">What trimming and native compilation warn of: code that may not do there what it does elsewhere.</param>
    public sealed record Program(double Megabytes, double Milliseconds, int Warnings);

    /// <summary>Publishes and starts the program; nothing if nothing on this machine links native code.</summary>
    public static async Task<Program?> MeasureAsync(string library, int starts)
    {
        var linker = IsInPath("clang") ? "" : IsInPath("gcc") ? "-p:CppCompilerAndLinker=gcc" : null;
        if (linker is null)
        {
            return null;
        }

        Console.Error.WriteLine($"{DateTime.Now:T} publishing with {library}");
        var folder = Directory.CreateTempSubdirectory("startup-").FullName;
        try
        {
            var project = Path.Combine(Versions.PathOf("Repository"), "tests", "Benchmarks", "Startup", "Startup.csproj");
            var (code, output) = await RunAsync("dotnet", [
                "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-m:1", "-nologo",
                $"-p:Library={library}", "-o", folder,
                .. linker.Length > 0 ? (string[])[linker] : []]);
            if (code != 0)
            {
                throw new InvalidOperationException($"The program with {library} cannot be published.{Environment.NewLine}{output}");
            }

            var program = new FileInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "Startup.exe" : "Startup"));
            var times = new List<double>();
            for (var start = 0; start < starts; start++)
            {
                var watch = Stopwatch.StartNew();
                var (exit, text) = await RunAsync(program.FullName, []);
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (exit != 0 || text.Trim() != "mF_9.B5f-4.1JqM")
                {
                    throw new InvalidOperationException($"The program with {library} got no token.{Environment.NewLine}{text}");
                }
            }

            times.Sort();
            return new(program.Length / 1e6, times[times.Count / 2], NativeWarning.Matches(output).Select(match => match.Value).Distinct().Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    private static bool IsInPath(string program) =>
        OperatingSystem.IsLinux() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex(@"warning IL\d+: [^\r\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex NativeWarning { get; }
}
