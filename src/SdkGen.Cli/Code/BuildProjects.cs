using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace SdkGen.Cli.Code;

/// <summary>
/// The projects of a solution or project file as their build sees them, with their packages: MSBuild is asked, in a process of its own. The
/// build is not run to its end, but what it is made of is code, as in an editor that opens it.
/// </summary>
internal sealed class BuildProjects : IDisposable
{
    private readonly MSBuildWorkspace _workspace;
    private readonly List<string> _failures = [];

    private BuildProjects()
    {
        // What the analyzers' package does to a build, it does here to one that does not have it.
        _workspace = MSBuildWorkspace.Create(new Dictionary<string, string>
        {
            ["CustomAfterMicrosoftCommonTargets"] = Path.Combine(AppContext.BaseDirectory, "build", "sdkgen.targets"),
            ["DesignTimeBuild"] = "true",
        });
        _ = _workspace.RegisterWorkspaceFailedHandler(failure =>
        {
            if (failure.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure)
            {
                lock (_failures)
                {
                    _failures.Add(failure.Diagnostic.Message);
                }
            }
        });
    }

    /// <summary>The C# projects; each target framework of one is a project of its own.</summary>
    public IReadOnlyList<Project> All { get; private set; } = [];

    /// <summary>What MSBuild could not do, in its words.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (_failures)
            {
                return [.. _failures.Distinct(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Whether a path is a file that MSBuild can open.</summary>
    public static bool CanOpen(string path) => IsSolution(path) || path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens a solution or project. What cannot be opened is in <see cref="Failures"/>.</summary>
    public static async Task<BuildProjects> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var build = new BuildProjects();
        try
        {
            var solution = IsSolution(path)
                ? await build._workspace.OpenSolutionAsync(path, cancellationToken: cancellationToken)
                : (await build._workspace.OpenProjectAsync(path, cancellationToken: cancellationToken)).Solution;
            build.All =
            [
                .. solution.Projects
                    .Where(project => project.Language == LanguageNames.CSharp && (IsSolution(path) || IsSame(project.FilePath, path)))
                    .OrderBy(project => project.Name, StringComparer.Ordinal),
            ];
            return build;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The build may be anything, and the workspace lets all of it through. The files can still be read as they lie there.
            build._failures.Add(exception.Message);
            return build;
        }
        catch
        {
            build.Dispose();
            throw;
        }
    }

    /// <summary>Compiles a project, with what its own generators write.</summary>
    public static async Task<CodeProject?> ReadAsync(Project project, CancellationToken cancellationToken) =>
        await project.GetCompilationAsync(cancellationToken) is { } compilation ? new(project.Name, compilation, project.AnalyzerOptions) : null;

    /// <summary>Whether a project is known well enough: there is code, and the framework was found.</summary>
    public static bool IsWhole(Project project) => project.DocumentIds.Count > 0 && project.MetadataReferences.Count > 0;

    public void Dispose() => _workspace.Dispose();

    private static bool IsSolution(string path) => Path.GetExtension(path).ToUpperInvariant() is ".SLN" or ".SLNX" or ".SLNF";

    private static bool IsSame(string? file, string path) =>
        file is not null && Path.GetFullPath(file).Equals(Path.GetFullPath(path), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
