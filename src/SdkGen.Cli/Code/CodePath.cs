using SdkGen.Cli.Output;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Code;

/// <summary>Code that was named on the command line: a solution, a project, a folder, or a file.</summary>
internal sealed class CodePath
{
    private readonly Notes _notes;
    private readonly string _path;

    private CodePath(string path, Notes notes)
    {
        _path = path;
        _notes = notes;
    }

    /// <summary>How many files could not be read.</summary>
    public int Skipped { get; private set; }

    /// <summary>What was named.</summary>
    /// <exception cref="CommandException">There is nothing, or something else.</exception>
    public static CodePath Open(string path, Notes notes)
    {
        var full = Path.GetFullPath(path.Length == 0 ? "." : path);
        if (Directory.Exists(full))
        {
            return new(full, notes);
        }

        if (!File.Exists(full))
        {
            throw CommandException.Usage($"There is no file or folder '{path}'.");
        }

        return BuildProjects.CanOpen(full) || full.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
            ? new(full, notes)
            : throw CommandException.Usage($"'{path}' is no code: name a folder, a solution (.sln, .slnx), a project (.csproj) or a file (.cs).");
    }

    /// <summary>
    /// The code, project by project. A folder or file is read as it is. A solution or project is asked of MSBuild; what that cannot open is read
    /// as it is too, and that is said.
    /// </summary>
    public async IAsyncEnumerable<CodeProject> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!BuildProjects.CanOpen(_path))
        {
            foreach (var project in Directory.Exists(_path) ? LooseProject.FindAll(_path) : [LooseProject.Of(_path)])
            {
                yield return project.Read(Skip, cancellationToken);
            }

            yield break;
        }

        using var build = await BuildProjects.OpenAsync(_path, cancellationToken);
        foreach (var project in build.All)
        {
            if (BuildProjects.IsWhole(project) && await BuildProjects.ReadAsync(project, cancellationToken) is { } whole)
            {
                yield return whole;
            }
            else if (project.FilePath is { } file)
            {
                foreach (var loose in Loose(file, Why(build, "has no references: restore it first (dotnet restore).")))
                {
                    yield return loose.Read(Skip, cancellationToken);
                }
            }
        }

        if (build.All.Count == 0)
        {
            foreach (var loose in Loose(_path, Why(build, "has no C# project.")))
            {
                yield return loose.Read(Skip, cancellationToken);
            }
        }
    }

    private static string Why(BuildProjects build, string otherwise) => build.Failures is [var first, ..] ? $"cannot be opened: {first}" : otherwise;

    private IReadOnlyList<LooseProject> Loose(string file, string why)
    {
        _notes.Warn($"{Path.GetFileName(file)} {why}");
        _notes.Say("Its files are read as they are, without their packages.");
        return LooseProject.FindAll(Path.GetDirectoryName(file)!);
    }

    private void Skip(string file, string why)
    {
        Skipped++;
        _notes.Warn($"{file} {why}, and is left out.");
    }
}
