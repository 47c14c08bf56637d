using System.CommandLine;
using SdkGen.Cli.Code;
using SdkGen.Cli.Inputs;
using SdkGen.Cli.Running;
using SdkGen.Cli.Scaffolding;
using SdkGen.Cli.Verifying;

namespace SdkGen.Cli.Commands;

/// <summary>Compares interfaces and kept documents with what their providers announce now.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    private readonly Argument<string> _path = new("path")
    {
        Description = "A folder or file, which is read as it is, or a solution or project, which MSBuild opens with its packages.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string[]> _variables = new("--var")
    {
        Description = "The value of a template's variable, such as tenant=common; can be given several times.",
        HelpName = "name=value",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _update = new("--update") { Description = "Write the kept documents anew, as they are announced now." };

    public VerifyCommand()
        : base(
            "verify",
            "Compare interfaces and the documents kept beside them with what their providers announce now.",
            [
                "sdkgen verify src/Shop",
                "sdkgen verify Shop.csproj --var tenant=contoso --format json",
                "sdkgen verify . --update",
            ],
            quiet: "Print the interfaces that need attention, a line each.")
    {
        Arguments.Add(_path);
        Add(_variables, _update);
    }

    /// <inheritdoc />
    protected override async Task<int> RunAsync(Run run, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in NamedValues.Read("--var", run.Arguments.GetValue(_variables) ?? []))
        {
            variables[name] = value;
        }

        var path = CodePath.Open(run.Arguments.GetRequiredValue(_path), run.Notes);
        var all = await run.Notes.WaitAsync("Opening the code", say => Task.Run(() => VerifyAsync(path, variables, say, cancellationToken), cancellationToken));
        if (all.Count == 0)
        {
            throw new CommandException("There is no interface with [OAuthProvider] here.", "Name the folder or project that has one; sdkgen scaffold writes one.");
        }

        if (run.Arguments.GetValue(_update))
        {
            all = await UpdateAsync(all, cancellationToken);
        }

        run.Results.Write(new VerificationReport(all).ToResult());
        return all.Any(verification => verification.NeedsAttention) ? ExitCode.Failure : ExitCode.Good;
    }

    private static async Task<IReadOnlyList<Verification>> VerifyAsync(
        CodePath path, Dictionary<string, string> variables, Action<string> say, CancellationToken cancellationToken)
    {
        // What several projects or frameworks compile is asked about once.
        var interfaces = new Dictionary<(string, string), DeclaredInterface>();
        await foreach (var project in path.ReadAsync(cancellationToken))
        {
            foreach (var declared in DeclaredInterface.FindAll(project, cancellationToken))
            {
                interfaces.TryAdd((declared.FullName, declared.Place.ToString()), declared);
            }
        }

        say(interfaces.Count == 1 ? "Asking the provider" : $"Asking {interfaces.Count} providers");
        return await Verifier.RunAsync([.. interfaces.Values], variables, cancellationToken);
    }

    private static async Task<IReadOnlyList<Verification>> UpdateAsync(IReadOnlyList<Verification> all, CancellationToken cancellationToken)
    {
        var updated = new List<Verification>();
        foreach (var verification in all)
        {
            var isOther = verification is { Now: not null, Interface.Kept: not null, Changes.Count: > 0 };
            if (isOther)
            {
                await File.WriteAllTextAsync(verification.Interface.Kept!.Path, KeptText.Write(verification.Now!.Json), cancellationToken);
            }

            updated.Add(verification with { IsUpdated = isOther });
        }

        return updated;
    }
}
